using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Infrastructure.Locks;

/// <summary>What those of one tenant do one after another.</summary>
public static class TenantLock
{
    extension(PantryDb db)
    {
        /// <summary>
        /// Begins a transaction that holds the tenant's row. Changes of who is what and who lives where look at several people at once: is
        /// another admin left, is the person still on this floor. They are rare and short, so those of one tenant simply wait for each
        /// other; what is read after this stays true until the commit. NO KEY, because every new row of the tenant refers to that row and
        /// must not have to wait.
        /// </summary>
        public async Task<IDbContextTransaction> BeginChangeOfPeopleAsync(CancellationToken cancellationToken)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.HoldRowsAsync(
                LockRank.People, $"SELECT FROM tenants WHERE id = {db.TenantId} FOR NO KEY UPDATE", cancellationToken);
            return transaction;
        }

        /// <summary>Begins a transaction in which nobody changes the tenant's row, nor adds anything that belongs to the tenant.</summary>
        public async Task<IDbContextTransaction> BeginChangeOfTenantAsync(CancellationToken cancellationToken)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.HoldRowsAsync(LockRank.People, $"SELECT FROM tenants WHERE id = {db.TenantId} FOR UPDATE", cancellationToken);
            return transaction;
        }

        /// <summary>Holds all floors, in one order: two admins who archive the last two at once must not both succeed.</summary>
        public Task HoldFloorsAsync(CancellationToken cancellationToken) =>
            db.HoldRowsAsync(
                LockRank.Floors, $"SELECT FROM floors WHERE tenant_id = {db.TenantId} ORDER BY number FOR UPDATE", cancellationToken);

        /// <summary>Holds one floor, whose name and number are read after this.</summary>
        public Task HoldFloorAsync(Guid id, CancellationToken cancellationToken) =>
            db.HoldRowsAsync(
                LockRank.Floors, $"SELECT FROM floors WHERE tenant_id = {db.TenantId} AND id = {id} FOR UPDATE", cancellationToken);

        /// <summary>Imports take turns, so that two with the same people neither collide nor wait for each other in a circle.</summary>
        public Task HoldImportsAsync(CancellationToken cancellationToken) =>
            db.HoldNameAsync(LockRank.Imports, "", cancellationToken);

        /// <summary>Two who load the starter dishes at once take turns: each would wait for names that the other has.</summary>
        public Task HoldStartersAsync(CancellationToken cancellationToken) =>
            db.HoldNameAsync(LockRank.Starters, "", cancellationToken);

        /// <summary>Waits for those who change several meals of the tenant, and makes the next ones wait.</summary>
        public Task QueueForMealsAsync(CancellationToken cancellationToken) =>
            db.HoldNameAsync(LockRank.Meals, "", cancellationToken);

        /// <summary>What counts against a limit is counted and added by one at a time.</summary>
        public Task QueueForSuggestionsAsync(CancellationToken cancellationToken) =>
            db.HoldNameAsync(LockRank.Suggestions, "", cancellationToken);

        /// <summary>Two who start one kind of job at once wait for each other.</summary>
        public Task HoldJobAsync(string kind, CancellationToken cancellationToken) =>
            db.HoldNameAsync(LockRank.Job, kind, cancellationToken);
    }
}
