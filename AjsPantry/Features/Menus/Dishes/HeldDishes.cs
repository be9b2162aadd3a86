using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Features.Menus.Dishes;

/// <summary>Whoever takes dishes out of use, or counts on their being in use, holds their rows meanwhile.</summary>
internal static class HeldDishes
{
    /// <summary>
    /// Begins a transaction that holds the dishes, in the order of their ids so that nobody waits in a circle. What is read of them
    /// after this stays true until the commit. NO KEY, because every new meal refers to its dish and must not have to wait.
    /// </summary>
    public static async Task<IDbContextTransaction> BeginWithDishesAsync(this PantryDb db, Guid[] ids, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.HoldDishesAsync(ids, cancellationToken);
        return transaction;
    }

    /// <summary>The same within a transaction that the caller has begun.</summary>
    public static Task HoldDishesAsync(this PantryDb db, Guid[] ids, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT FROM dishes WHERE tenant_id = {db.TenantId} AND id = ANY({ids}) ORDER BY id FOR NO KEY UPDATE", cancellationToken);
}
