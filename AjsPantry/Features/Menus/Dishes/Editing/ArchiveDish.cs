using AjsPantry.Features.Menus.Dishes.Recipe;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Editing;

/// <summary>Takes a dish out of use. Its meals and its recipe stay; what is planned for a coming day must be planned anew first.</summary>
public sealed class ArchiveDish(PantryDb db, DishQuery query, Scope scope)
{
    /// <returns>Null when the library has no such dish. One archived already stays as it is.</returns>
    public async Task<Outcome<Dish>?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.PlanMenus);
        await using var held = await db.BeginWithDishesAsync([id], cancellationToken);
        if (await db.Dishes.SingleOrDefaultAsync(dish => dish.Id == id, cancellationToken) is not { } dish)
            return null;
        if (dish.ArchivedAt is not null)
            return dish;
        if (await ObstacleAsync(id, cancellationToken) is { } obstacle)
            return obstacle;
        dish.ArchivedAt = scope.Now;
        await db.SaveChangesAsync(cancellationToken);
        await held.CommitAsync(cancellationToken);
        return dish;
    }

    /// <summary>Why a dish cannot go, and what to do about it; null when it can.</summary>
    public async Task<FieldMessage?> ObstacleAsync(Guid id, CancellationToken cancellationToken)
    {
        var today = scope.Today;
        return await query.NextUseAsync(id, today, cancellationToken) is { } use
            ? new("", Planned(use, today))
            : await db.OfOthersAsync(scope, id, cancellationToken);
    }

    private static string Planned(DishUse use, DateOnly today) =>
        $"It is planned for {use.Meal} on {Formats.Day(use.Date, today.Year)}, {use.Floor}. Plan another dish there first.";
}
