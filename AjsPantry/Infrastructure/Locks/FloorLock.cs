using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Infrastructure.Locks;

/// <summary>What those of one floor do one after another.</summary>
public static class FloorLock
{
    extension(PantryDb db)
    {
        /// <summary>Nobody writes a bill of the floor until the transaction ends; those who are at it are waited for.</summary>
        public Task HoldBooksAsync(Guid floorId, CancellationToken cancellationToken) =>
            db.HoldRowsAsync(
                LockRank.Books, $"SELECT pg_advisory_xact_lock(books_key({db.TenantId}, {floorId}))", cancellationToken);

        /// <summary>Waits for whoever closes a month of the floor, and lets nobody close one until the transaction ends.</summary>
        public Task ShareBooksAsync(Guid floorId, CancellationToken cancellationToken) =>
            db.HoldRowsAsync(
                LockRank.Books, $"SELECT pg_advisory_xact_lock_shared(books_key({db.TenantId}, {floorId}))", cancellationToken);

        /// <summary>
        /// One at a time looks at what the floor has spent of its budgets and decides on its books, so that each sees what the ones before
        /// wrote.
        /// </summary>
        public Task HoldSpendingAsync(Guid floorId, CancellationToken cancellationToken) =>
            db.HoldNameAsync(LockRank.Spending, $"{floorId}", cancellationToken);

        /// <summary>One at a time adds files to a bill, so that it never has more than it may, nor the same file twice.</summary>
        public Task HoldReceiptsAsync(Guid billId, CancellationToken cancellationToken) =>
            db.HoldNameAsync(LockRank.Receipts, $"{billId}", cancellationToken);

        /// <summary>Begins a transaction in which nobody else changes a rota, a duty or a time for tea of the floor.</summary>
        public async Task<IDbContextTransaction> BeginChangeOfTeaAsync(Guid floorId, CancellationToken cancellationToken)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.HoldTeaAsync(floorId, cancellationToken);
            return transaction;
        }

        /// <summary>
        /// The same within the caller's transaction. Whoever takes a person off the floor holds its tea too: so the person has no tea that
        /// they did not see, and whoever plans tea meanwhile sees afterwards that the person is gone.
        /// </summary>
        public Task HoldTeaAsync(Guid floorId, CancellationToken cancellationToken) =>
            db.HoldNameAsync(LockRank.Tea, $"{floorId}", cancellationToken);

        /// <summary>Begins a transaction in which nobody else changes the floor's turns; they look at many rows at once.</summary>
        public async Task<IDbContextTransaction> BeginChangeOfTurnsAsync(Guid floorId, CancellationToken cancellationToken)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.HoldTurnsAsync(floorId, cancellationToken);
            return transaction;
        }

        /// <summary>The same within the caller's transaction.</summary>
        public Task HoldTurnsAsync(Guid floorId, CancellationToken cancellationToken) =>
            db.HoldNameAsync(LockRank.Turns, $"{floorId}", cancellationToken);
    }
}
