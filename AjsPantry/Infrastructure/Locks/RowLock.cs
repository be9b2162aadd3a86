using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Infrastructure.Locks;

/// <summary>
/// Rows that are held until the transaction ends, several always in the order of their ids. What is read of them after this stays true
/// until then. NO KEY where others refer to the row and must not have to wait.
/// </summary>
public static class RowLock
{
    extension(PantryDb db)
    {
        /// <summary>What is done with one fine happens one after another: of two at once the second reads what it is now.</summary>
        public Task<IDbContextTransaction> BeginWithFineAsync(Guid id, CancellationToken cancellationToken) =>
            db.BeginWithRowsAsync(
                LockRank.Fine, $"SELECT FROM fines WHERE tenant_id = {db.TenantId} AND id = {id} FOR NO KEY UPDATE", cancellationToken);

        /// <summary>What both floors do with one loan and its returns happens one after another.</summary>
        public Task<IDbContextTransaction> BeginWithLoanAsync(Guid id, CancellationToken cancellationToken) =>
            db.BeginWithRowsAsync(
                LockRank.Loan, $"SELECT FROM loans WHERE tenant_id = {db.TenantId} AND id = {id} FOR NO KEY UPDATE", cancellationToken);

        /// <summary>
        /// Votes, changes and answers of one idea happen one after another, so that nobody votes for what has just become something else.
        /// </summary>
        public Task<IDbContextTransaction> BeginWithIdeaAsync(Guid id, CancellationToken cancellationToken) =>
            db.BeginWithRowsAsync(LockRank.Ideas, Idea(db, id), cancellationToken);

        /// <summary>The same within the caller's transaction.</summary>
        public Task HoldIdeaAsync(Guid id, CancellationToken cancellationToken) =>
            db.HoldRowsAsync(LockRank.Ideas, Idea(db, id), cancellationToken);

        /// <summary>Holds the ideas about a dish, which is held already.</summary>
        public Task HoldIdeasAboutAsync(Guid dishId, CancellationToken cancellationToken) =>
            db.HoldRowsAsync(
                LockRank.Ideas,
                $"SELECT FROM ideas WHERE tenant_id = {db.TenantId} AND dish_id = {dishId} ORDER BY id FOR NO KEY UPDATE",
                cancellationToken);

        /// <summary>Whoever takes dishes out of use, or counts on their being in use, holds them meanwhile.</summary>
        public Task<IDbContextTransaction> BeginWithDishesAsync(Guid[] ids, CancellationToken cancellationToken) =>
            db.BeginWithRowsAsync(LockRank.Dishes, Dishes(db, ids), cancellationToken);

        /// <summary>The same within the caller's transaction.</summary>
        public Task HoldDishesAsync(Guid[] ids, CancellationToken cancellationToken) =>
            db.HoldRowsAsync(LockRank.Dishes, Dishes(db, ids), cancellationToken);

        /// <summary>Holds the meals that have a dish, which is held already.</summary>
        public Task HoldMealsOfAsync(Guid dishId, CancellationToken cancellationToken) =>
            db.HoldRowsAsync(
                LockRank.MealRows,
                $"""
                SELECT FROM menus WHERE tenant_id = {db.TenantId} AND (dish_id = {dishId} OR side_id = {dishId})
                ORDER BY id FOR NO KEY UPDATE
                """,
                cancellationToken);

        /// <summary>
        /// Holds the floor's meals of some days, after those who change several meals. Whoever changes one meanwhile waits, and is told
        /// then that it changed.
        /// </summary>
        public async Task HoldMealsAsync(Guid floorId, DateOnly[] days, CancellationToken cancellationToken)
        {
            await db.QueueForMealsAsync(cancellationToken);
            await db.HoldRowsAsync(
                LockRank.MealRows,
                $"""
                SELECT FROM menus WHERE tenant_id = {db.TenantId} AND floor_id = {floorId} AND date = ANY({days}) AND cancelled_at IS NULL
                ORDER BY id FOR NO KEY UPDATE
                """,
                cancellationToken);
        }

        /// <summary>Holds what is suggested for a day, and one more, so that nobody takes back or declines what is accepted.</summary>
        public Task HoldSuggestionsAsync(Guid floorId, DateOnly date, Guid? chosen, CancellationToken cancellationToken) =>
            db.HoldRowsAsync(
                LockRank.Suggestions,
                $"""
                SELECT FROM meal_suggestions
                WHERE tenant_id = {db.TenantId} AND floor_id = {floorId} AND state = 'Waiting' AND (date = {date} OR id = {chosen})
                ORDER BY id FOR NO KEY UPDATE
                """,
                cancellationToken);

        /// <summary>Whoever names or labels the room in the same moment comes before or after, and nobody's change is lost.</summary>
        public Task HoldRoomAsync(Guid id, CancellationToken cancellationToken) =>
            db.HoldRowsAsync(
                LockRank.Room, $"SELECT FROM rooms WHERE tenant_id = {db.TenantId} AND id = {id} FOR NO KEY UPDATE", cancellationToken);

        /// <summary>What a person does with codes, links and sessions happens one after another.</summary>
        public Task HoldMemberAsync(Guid id, CancellationToken cancellationToken) =>
            db.HoldRowsAsync(
                LockRank.Member, $"SELECT FROM members WHERE tenant_id = {db.TenantId} AND id = {id} FOR UPDATE", cancellationToken);

        /// <summary>Waits for whoever joins, and holds all open links of the tenant.</summary>
        public Task HoldInvitationsAsync(CancellationToken cancellationToken) =>
            db.HoldRowsAsync(
                LockRank.Invitations,
                $"""
                SELECT FROM invitations WHERE tenant_id = {db.TenantId} AND used_at IS NULL AND withdrawn_at IS NULL
                ORDER BY id FOR UPDATE
                """,
                cancellationToken);

        private async Task<IDbContextTransaction> BeginWithRowsAsync(
            LockRank rank, FormattableString sql, CancellationToken cancellationToken)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.HoldRowsAsync(rank, sql, cancellationToken);
            return transaction;
        }
    }

    private static FormattableString Idea(PantryDb db, Guid id) =>
        $"SELECT FROM ideas WHERE tenant_id = {db.TenantId} AND id = {id} FOR NO KEY UPDATE";

    private static FormattableString Dishes(PantryDb db, Guid[] ids) =>
        $"SELECT FROM dishes WHERE tenant_id = {db.TenantId} AND id = ANY({ids}) ORDER BY id FOR NO KEY UPDATE";
}
