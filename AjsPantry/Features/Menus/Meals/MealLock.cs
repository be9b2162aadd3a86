using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Meals;

/// <summary>Whoever changes several meals within one transaction waits for others who do, so that two never wait in a circle.</summary>
internal static class MealLock
{
    /// <summary>Waits for those who change several meals of the tenant, and makes the next ones wait until the transaction ends.</summary>
    public static Task QueueForMealsAsync(this PantryDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({"meals " + db.TenantId}, 0))", cancellationToken);

    /// <summary>
    /// Holds the floor's meals of some days. What is read of them after this stays true until the transaction ends, and whoever changes
    /// one meanwhile waits, and is told then that it changed.
    /// </summary>
    public static async Task HoldMealsAsync(this PantryDb db, Guid floorId, DateOnly[] days, CancellationToken cancellationToken)
    {
        await db.QueueForMealsAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            SELECT FROM menus WHERE tenant_id = {db.TenantId} AND floor_id = {floorId} AND date = ANY({days}) AND cancelled_at IS NULL
            ORDER BY id FOR NO KEY UPDATE
            """,
            cancellationToken);
    }
}
