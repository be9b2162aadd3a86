using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Locks;

/// <summary>
/// Turns that are waited for within a transaction. Whoever takes both takes the books first; whoever writes a bill holds its floor's
/// books together with others, by the database's own rule.
/// </summary>
internal static class FloorLock
{
    /// <summary>Nobody writes a bill of the floor until the transaction ends; those who are at it are waited for.</summary>
    public static Task HoldBooksAsync(this PantryDb db, Guid floorId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(books_key({db.TenantId}, {floorId}))", cancellationToken);

    /// <summary>Waits for whoever closes a month of the floor, and lets nobody close one until the transaction ends.</summary>
    public static Task ShareBooksAsync(this PantryDb db, Guid floorId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(books_key({db.TenantId}, {floorId}))", cancellationToken);

    /// <summary>
    /// One at a time looks at what the floor has spent of its budgets and decides on its books, so that each sees what the ones before
    /// wrote.
    /// </summary>
    public static Task HoldSpendingAsync(this PantryDb db, Guid floorId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(hashtextextended({$"spending:{db.TenantId}:{floorId}"}, 0))", cancellationToken);
}
