using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Editing;

/// <summary>Changes a dish and its recipe. The second of two people who change it at once is told and sees both.</summary>
public sealed class EditDish(PantryDb db, DishNames names, Scope scope)
{
    /// <param name="version">The version that the form was filled from.</param>
    /// <param name="isAnotherDish">The person was asked about a near name and says that this is another dish.</param>
    /// <returns>Null when the library has no such dish in use.</returns>
    public async Task<Outcome<Dish>?> HandleAsync(
        Guid id, uint version, DishDraft draft, bool isAnotherDish, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.PlanMenus);
        var found = await db.Dishes.Include(dish => dish.Ingredients)
            .SingleOrDefaultAsync(dish => dish.Id == id && dish.ArchivedAt == null, cancellationToken);
        if (found is not { } dish)
            return null;
        if (dish.Version != version)
            return DishNames.Changed;
        if (DishName.Normal(draft.Name) != dish.NormalName
            && await names.CheckAsync(draft.Name, id, isAnotherDish, cancellationToken) is { } refusal)
            return refusal;
        if (IsSame(dish, draft))
            return dish;
        dish.Write(draft);
        // A new quantity alone must count as a change of the dish, or two people could write one recipe at once.
        db.Entry(dish).Property(row => row.Name).IsModified = true;
        return await SaveAsync(dish, cancellationToken);
    }

    private async Task<Outcome<Dish>> SaveAsync(Dish dish, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return dish;
        }
        catch (DbUpdateException exception) when (exception.IsConflict(Dish.NameIndex))
        {
            db.ChangeTracker.Clear();
            return DishNames.Taken;
        }
        catch (DbUpdateException exception) when (exception.IsConflict(RetryOnConflict.Changed, RetryOnConflict.Taken))
        {
            // Unique, because the other one may have added an ingredient at the same place.
            db.ChangeTracker.Clear();
            return DishNames.Changed;
        }
    }

    /// <summary>Nothing is written, and no audit entry made, when nothing changed.</summary>
    private static bool IsSame(Dish dish, DishDraft draft) =>
        (dish.Name, dish.Category, dish.Servings, dish.Summary) == (draft.Name, draft.Category, draft.Servings, draft.Summary)
        && dish.Tips.SequenceEqual(draft.Tips)
        && dish.Ingredients.OrderBy(ingredient => ingredient.Position)
            .Select(ingredient => new IngredientDraft(ingredient.Name, ingredient.Quantity, ingredient.Unit))
                .SequenceEqual(draft.Ingredients);
}
