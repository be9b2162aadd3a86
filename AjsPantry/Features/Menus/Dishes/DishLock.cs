using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Features.Menus.Dishes;

/// <summary>Whoever takes dishes out of use, or counts on their being in use, holds their rows meanwhile.</summary>
internal static class DishLock
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

    /// <summary>The message when a dish is not one floor's to take out of use.</summary>
    public static readonly FieldMessage OfOthers = new("", "Others cook this dish too. Ask an admin to archive it.");

    /// <summary>Whoever looks after one floor takes out of use only what no other floor cooks or has planned.</summary>
    public static async Task<FieldMessage?> OfOthersAsync(this PantryDb db, Caller caller, Guid id, CancellationToken cancellationToken)
    {
        if (caller.Person is not { } person || person.May(Permission.ChooseFloor))
            return null;
        var floor = person.Floor?.Id;
        var isOthers = await db.Menus.AnyAsync(
            menu => (menu.DishId == id || menu.SideId == id) && menu.CancelledAt == null && menu.FloorId != floor, cancellationToken);
        return isOthers ? OfOthers : null;
    }

    /// <summary>The same within a transaction that the caller has begun.</summary>
    public static Task HoldDishesAsync(this PantryDb db, Guid[] ids, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"SELECT FROM dishes WHERE tenant_id = {db.TenantId} AND id = ANY({ids}) ORDER BY id FOR NO KEY UPDATE", cancellationToken);
}
