using AjsPantry.Features.Menus.Dishes.Champions;
using AjsPantry.Features.Menus.Dishes.Editing;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Recipe;

/// <summary>One dish of the library, and where it was and will be cooked.</summary>
public sealed class DishQuery(PantryDb db)
{
    private const int MostUses = 5;

    /// <returns>Null when the tenant has no such dish.</returns>
    public Task<DishView?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var dishes = db.Dishes;
        var champions = db.DishChampions;
        return dishes.AsNoTracking().Where(dish => dish.Id == id).Select(dish => new DishView(
            dish.Id, dish.Name, dish.Category, dish.Servings, dish.Summary, dish.Tips,
            dish.Ingredients.OrderBy(ingredient => ingredient.Position)
                .Select(ingredient => new IngredientDraft(ingredient.Name, ingredient.Quantity, ingredient.Unit)).ToList(),
            dish.ArchivedAt, dish.MergedIntoId,
            dishes.Where(other => other.Id == dish.MergedIntoId).Select(other => other.Name).FirstOrDefault(),
            champions.Where(champion => champion.DishId == dish.Id && champion.Room!.ArchivedAt == null)
                .OrderBy(champion => champion.Room!.Floor!.Number).ThenBy(champion => NameOrder.Of(champion.Room!.Name))
                .Select(champion =>
                    new ChampionView(
                        champion.RoomId, champion.Room!.Name, champion.Room.Label, champion.FloorId, champion.Room.Floor!.Name)).ToList(),
            dish.Version)).AsSingleQuery().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The last and coming meals with the dish, the latest first. A meal that was cancelled is none.</summary>
    /// <param name="floorId">Null for every floor of the tenant.</param>
    public Task<List<DishUse>> UsesAsync(Guid id, Guid? floorId, CancellationToken cancellationToken) =>
        db.Menus.AsNoTracking()
            .Where(menu => (menu.DishId == id || menu.SideId == id) && menu.CancelledAt == null
                && (floorId == null || menu.FloorId == floorId))
            .OrderByDescending(menu => menu.Date).ThenBy(menu => menu.Id).Take(MostUses)
            .Select(menu => new DishUse(menu.Date, menu.Meal, menu.Floor!.Name, menu.SideId == id)).ToListAsync(cancellationToken);

    /// <summary>The first meal from the given day on for which the dish is planned, on any floor; null when there is none.</summary>
    public Task<DishUse?> NextUseAsync(Guid id, DateOnly today, CancellationToken cancellationToken) =>
        db.Menus.AsNoTracking().Where(menu => (menu.DishId == id || menu.SideId == id) && menu.CancelledAt == null && menu.Date >= today)
            .OrderBy(menu => menu.Date).ThenBy(menu => menu.Id)
            .Select(menu => new DishUse(menu.Date, menu.Meal, menu.Floor!.Name, menu.SideId == id)).FirstOrDefaultAsync(cancellationToken);
}

/// <param name="MergedInto">The name of the dish that took its place.</param>
/// <param name="Champions">The rooms in use that are best at it, of every floor.</param>
public sealed record DishView(
    Guid Id, string Name, DishCategory Category, int Servings, string? Summary, IReadOnlyList<string> Tips,
    IReadOnlyList<IngredientDraft> Ingredients,
    DateTimeOffset? ArchivedAt, Guid? MergedIntoId, string? MergedInto, IReadOnlyList<ChampionView> Champions, uint Version)
{
    public bool IsInUse => ArchivedAt is null;

    public bool HasRecipe => Ingredients.Count > 0 || Summary is not null || Tips.Count > 0;
}

/// <summary>A room that is best at a dish.</summary>
public sealed record ChampionView(Guid RoomId, string Room, string? Label, Guid FloorId, string Floor);

/// <summary>A meal with the dish.</summary>
/// <param name="Meal">breakfast, lunch or dinner.</param>
public sealed record DishUse(DateOnly Date, string Meal, string Floor, bool AsSide);
