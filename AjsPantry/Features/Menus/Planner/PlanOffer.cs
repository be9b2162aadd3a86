using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Champions;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Planner;

/// <summary>What the planner of a floor offers to choose from.</summary>
/// <param name="Copied">The meals of the week that is copied.</param>
public sealed record PlanOffer(IReadOnlyList<RoomChoice> Rooms, IReadOnlyList<DishPast> Dishes, IReadOnlyList<PastMeal> Copied);

/// <summary>The rooms and dishes in use, when and by whom a floor had them, and a past week.</summary>
public sealed class PlanOfferQuery(PantryDb db, TurnsQuery turns, IDishRatings ratings, IDishIdeas ideas)
{
    /// <summary>Two years; whoever plans wants to know of the last months.</summary>
    public const int DaysBack = 731;

    /// <param name="copied">The first day of the week to copy; null when none is.</param>
    public async Task<PlanOffer> ReadAsync(Guid floorId, DateOnly today, DateOnly? copied, CancellationToken cancellationToken) =>
        new(await turns.RoomsAsync(floorId, cancellationToken),
            await DishesAsync(floorId, today, cancellationToken),
            copied is { } first ? await MealsAsync(floorId, first, cancellationToken) : []);

    private async Task<IReadOnlyList<DishPast>> DishesAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken)
    {
        var dishes = await db.Dishes.AsNoTracking().Where(dish => dish.ArchivedAt == null)
            .Select(dish => new { dish.Id, dish.Name, dish.NormalName, dish.Category }).ToListAsync(cancellationToken);
        var served = (await ServedAsync(floorId, today, cancellationToken)).ToLookup(row => row.DishId);
        var champions = (await ChampionsAsync(floorId, cancellationToken)).ToLookup(row => row.DishId, row => row.Room);
        var liked = await ratings.OfDishesAsync(floorId, null, cancellationToken);
        var best = await ideas.BestAsync(floorId, null, cancellationToken);
        return
        [
            .. dishes.OrderBy(dish => dish.Name, NameOrder.Comparer).Select(dish =>
            {
                var last = served[dish.Id].MaxBy(row => row.Last);
                var most = served[dish.Id].Where(row => row.Room is not null && row.Count > 1).OrderByDescending(row => row.Count)
                    .ThenByDescending(row => row.Last).FirstOrDefault();
                return new DishPast(dish.Name, dish.NormalName, dish.Category, last?.Last, last?.Last is null ? null : last.Room,
                    most?.Room, served[dish.Id].Min(row => row.Next), liked.GetValueOrDefault(dish.Id)?.Score ?? default,
                    [.. champions[dish.Id]], best.GetValueOrDefault(dish.Id));
            }),
        ];
    }

    private Task<List<Served>> ServedAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken)
    {
        var since = today.AddDays(-DaysBack);
        return db.Menus.AsNoTracking().Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date >= since)
            .GroupBy(menu => new { menu.DishId, menu.RoomId, menu.Room!.Name })
            .Select(group => new Served(
                group.Key.DishId, group.Key.Name,
                group.Max(menu => menu.Date <= today ? (DateOnly?)menu.Date : null),
                group.Min(menu => menu.Date > today ? (DateOnly?)menu.Date : null),
                group.Count(menu => menu.Date <= today))).ToListAsync(cancellationToken);
    }

    private async Task<IEnumerable<Champion>> ChampionsAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var champions = await db.DishChampions.AsNoTracking()
            .Where(champion => champion.FloorId == floorId && champion.Room!.ArchivedAt == null)
            .Select(champion => new Champion(champion.DishId, new ChampionRoom(champion.RoomId, champion.Room!.Name)))
            .ToListAsync(cancellationToken);
        return champions.OrderBy(champion => champion.Room.Name, NameOrder.Comparer);
    }

    private async Task<IReadOnlyList<PastMeal>> MealsAsync(Guid floorId, DateOnly first, CancellationToken cancellationToken)
    {
        var last = first.AddDays(6);
        var meals = await db.Menus.AsNoTracking()
            .Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date >= first && menu.Date <= last)
            .Select(menu => new PastMeal(menu.Date, menu.Meal, menu.Dish!.Name, menu.Side == null ? null : menu.Side.Name))
            .ToListAsync(cancellationToken);
        return [.. meals.OrderBy(meal => meal.Date).ThenBy(meal => meal.Meal, StringComparer.Ordinal)];
    }

    /// <summary>How often a room cooked a dish, when last, and when it will.</summary>
    /// <param name="Room">Null for a meal that no room cooked.</param>
    private sealed record Served(Guid DishId, string? Room, DateOnly? Last, DateOnly? Next, int Count);

    private sealed record Champion(Guid DishId, ChampionRoom Room);
}
