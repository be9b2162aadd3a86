using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Editing;

/// <summary>Takes an archived or merged dish into use again. Meals that went to another dish stay with that one.</summary>
public sealed class BringBackDish(PantryDb db, Scope scope)
{
    /// <summary>The message when another dish took the name meanwhile.</summary>
    public static readonly FieldMessage Taken = new("", "Another dish now has this name. Use that one, or rename it first.");

    /// <returns>Null when the library has no such dish. One in use stays as it is.</returns>
    public async Task<Outcome<Dish>?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.PlanMenus);
        await using var held = await db.BeginWithDishesAsync([id], cancellationToken);
        if (await db.Dishes.SingleOrDefaultAsync(dish => dish.Id == id, cancellationToken) is not { } dish)
            return null;
        dish.ArchivedAt = null;
        dish.MergedIntoId = null;
        if (!await db.TrySaveAsync(cancellationToken, Dish.NameIndex))
            return Taken;
        await held.CommitAsync(cancellationToken);
        return dish;
    }
}
