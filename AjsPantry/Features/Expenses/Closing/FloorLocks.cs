using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Closing;

/// <summary>
/// Turns that are waited for within a transaction. Whoever takes both takes the month first; whoever writes a bill holds its month
/// together with others, by the database's own rule.
/// </summary>
internal static class FloorLocks
{
    /// <summary>Nobody writes a bill of the floor's month until the transaction ends; those who are at it are waited for.</summary>
    public static Task HoldMonthAsync(this PantryDb db, Guid floorId, DateOnly month, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT hold_month({db.TenantId}, {floorId}, {month})", cancellationToken);

    /// <summary>One at a time looks at what the floor has spent of its budgets and decides on its books, so that each sees what the ones before wrote.</summary>
    public static Task HoldSpendingAsync(this PantryDb db, Guid floorId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"spending:{db.TenantId}:{floorId}"}, 0))", cancellationToken);
}
