using AjsPantry.Features.Menus.Dishes.Champions;
using AjsPantry.Features.Menus.Dishes.Editing;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Merging;

/// <summary>
/// Makes one dish of two that are the same: meals and ideas move to the one that stays, the other is archived and points to it.
/// </summary>
public static class MergeDishes
{
    public sealed record Input
    {
        /// <summary>The dish that stays.</summary>
        public Guid? Into { get; set; }
    }

    public sealed class Handler(PantryDb db, IDishIdeas ideas, Scope scope)
    {
        /// <summary>
        /// All of it happens or nothing. Two merges at once wait for each other, and the later one sees what the earlier did.
        /// </summary>
        /// <returns>Null when the library has no such dish.</returns>
        public async Task<Outcome<Dish>?> HandleAsync(Guid id, Guid into, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.PlanMenus);
            await using var held = await db.BeginWithDishesAsync([id, into], cancellationToken);
            var both = await db.Dishes.Include(dish => dish.Ingredients).Where(dish => dish.Id == id || dish.Id == into)
                .ToListAsync(cancellationToken);
            if (both.Find(dish => dish.Id == id) is not { } goes)
                return null;
            var stays = both.Find(dish => dish.Id == into);
            if (Refusal(goes, stays) is { } refusal)
                return refusal;
            if (await db.OfOthersAsync(scope, goes.Id, cancellationToken) is { } others)
                return others;
            await MoveMealsAsync(goes.Id, stays!.Id, cancellationToken);
            await MoveChampionsAsync(goes.Id, stays.Id, cancellationToken);
            await ideas.MoveAsync(goes.Id, stays.Id, cancellationToken);
            if (!HasRecipe(stays) && HasRecipe(goes))
                TakeRecipe(stays, goes);
            goes.ArchivedAt = scope.Now;
            goes.MergedIntoId = stays.Id;
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return stays;
        }

        /// <summary>Counts as a change of the dish, so that a form opened before does not write over the recipe unseen.</summary>
        private void TakeRecipe(Dish stays, Dish goes)
        {
            stays.WriteRecipe(RecipeOf(goes));
            db.Entry(stays).Property(row => row.Name).IsModified = true;
        }

        /// <summary>A meal needs two different dishes: where the one would stand beside the other, the side goes.</summary>
        private async Task MoveMealsAsync(Guid goes, Guid stays, CancellationToken cancellationToken)
        {
            await db.HoldMealsOfAsync(goes, cancellationToken);
            foreach (var menu in await db.Menus.Where(menu => menu.DishId == goes || menu.SideId == goes).ToListAsync(cancellationToken))
            {
                menu.DishId = menu.DishId == goes ? stays : menu.DishId;
                menu.SideId = menu.SideId == goes ? stays : menu.SideId;
                menu.SideId = menu.SideId == menu.DishId ? null : menu.SideId;
            }
        }

        /// <summary>A room that is best at both is best at the one that stays.</summary>
        private async Task MoveChampionsAsync(Guid goes, Guid stays, CancellationToken cancellationToken)
        {
            var champions = await db.DishChampions.Where(champion => champion.DishId == goes || champion.DishId == stays)
                .ToListAsync(cancellationToken);
            var present = champions.Where(champion => champion.DishId == stays).Select(champion => champion.RoomId).ToHashSet();
            foreach (var champion in champions.Where(champion => champion.DishId == goes))
            {
                if (present.Contains(champion.RoomId))
                    db.DishChampions.Remove(champion);
                else
                    champion.DishId = stays;
            }
        }

        private static FieldMessage? Refusal(Dish goes, Dish? stays) => (goes, stays) switch
        {
            (_, null) => new(nameof(Input.Into), "Choose the dish that stays."),
            _ when goes.Id == stays.Id => new(nameof(Input.Into), "You cannot merge a dish with itself. Choose another."),
            ({ ArchivedAt: not null }, _) => new("", "This dish was archived or merged in the meantime. Nothing has changed."),
            (_, { MergedIntoId: not null }) =>
                new(nameof(Input.Into), $"{stays.Name} was merged in the meantime. Choose the dish that replaced it."),
            (_, { ArchivedAt: not null }) => new(nameof(Input.Into), $"{stays.Name} was archived in the meantime. Choose another dish."),
            _ => null,
        };

        private static bool HasRecipe(Dish dish) => dish.Ingredients.Count > 0 || dish.Summary is not null || dish.Tips.Length > 0;

        private static DishDraft RecipeOf(Dish dish) => new(
            dish.Name, dish.Category, dish.Servings, dish.Summary, dish.Tips,
            [.. dish.Ingredients.OrderBy(ingredient => ingredient.Position)
                .Select(ingredient => new IngredientDraft(ingredient.Name, ingredient.Quantity, ingredient.Unit))]);
    }
}
