using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Menus.Dishes.Editing;

/// <summary>Adds a dish to the library. Its name is the natural key: the same form sent twice finds it taken.</summary>
public sealed class AddDish(PantryDb db, DishNames names, TimeProvider clock, Scope scope)
{
    /// <param name="isAnotherDish">The person was asked about a near name and says that this is another dish.</param>
    public async Task<Outcome<Dish>> HandleAsync(DishDraft draft, bool isAnotherDish, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.PlanMenus);
        if (await names.CheckAsync(draft.Name, null, isAnotherDish, cancellationToken) is { } refusal)
            return refusal;
        var dish = Make(draft, clock.GetUtcNow());
        db.Dishes.Add(dish);
        if (!await db.TrySaveAsync(cancellationToken, Dish.NameIndex))
            return DishNames.Taken;
        return dish;
    }

    /// <summary>A dish of the draft, not yet part of the library.</summary>
    internal static Dish Make(DishDraft draft, DateTimeOffset now)
    {
        var dish = new Dish { Name = draft.Name, NormalName = DishName.Normal(draft.Name), Category = draft.Category, CreatedAt = now };
        dish.Write(draft);
        return dish;
    }
}
