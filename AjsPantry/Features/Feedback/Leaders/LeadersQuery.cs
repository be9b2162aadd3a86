using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Dishes.Champions;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Leaders;

/// <summary>Whose meals a floor liked best: rooms, dishes and people, and who is best at which dish.</summary>
public sealed class LeadersQuery(PantryDb db)
{
    /// <summary>How many of each are shown.</summary>
    private const int Most = 10;

    /// <param name="since">Meals from this day on count.</param>
    public async Task<LeaderBoards> ReadAsync(Guid floorId, DateOnly since, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await RatedAsync(floorId, since, cancellationToken);
        var named = await NamedAsync(floorId, cancellationToken);
        var cooked = await CookedAsync(floorId, since, today, cancellationToken);
        var all = Sum(rows);
        var rooms = rows.Where(row => row.RoomId is not null).GroupBy(row => row.RoomId!.Value)
            .Select(room => new LeaderCandidate(room.Key, room.First().Room!, Sum(room)));
        var people = rows.Where(row => row.MemberId is not null).GroupBy(row => row.MemberId!.Value)
            .Select(person => new LeaderCandidate(person.Key, person.First().Member!, Sum(person)));
        var dishes = rows.GroupBy(row => row.DishId).Select(dish => new LeaderCandidate(dish.Key, dish.First().Dish, Sum(dish)));
        return new LeaderBoards(all, [.. LeaderStanding.Rank(rooms, all).Take(Most)], [.. LeaderStanding.Rank(dishes, all).Take(Most)],
            [.. LeaderStanding.Rank(people, all).Take(Most)], [.. BestRooms(rows, all).Take(Most)], named)
        { Cooked = cooked };
    }

    /// <summary>One row per dish and cook, whatever the history.</summary>
    private Task<List<Rated>> RatedAsync(Guid floorId, DateOnly since, CancellationToken cancellationToken) =>
        db.Ratings.AsNoTracking()
            .Where(rating => rating.Menu!.FloorId == floorId && rating.WithdrawnAt == null && rating.Menu.CancelledAt == null
                && rating.Menu.Date >= since)
            .GroupBy(rating => new
            {
                rating.Menu!.DishId,
                Dish = rating.Menu.Dish!.Name,
                rating.Menu.RoomId,
                Room = rating.Menu.Room!.Name,
                rating.Menu.MemberId,
                Member = rating.Menu.Member!.Name
            })
            .Select(group => new Rated(group.Key.DishId, group.Key.Dish, group.Key.RoomId, group.Key.Room, group.Key.MemberId,
                group.Key.Member, new Score(group.Sum(rating => rating.Stars), group.Count())))
            .ToListAsync(cancellationToken);

    private Task<List<BestAt>> NamedAsync(Guid floorId, CancellationToken cancellationToken) =>
        db.DishChampions.AsNoTracking()
            .Where(champion => champion.FloorId == floorId && champion.Dish!.ArchivedAt == null && champion.Room!.ArchivedAt == null)
            .OrderBy(champion => NameOrder.Of(champion.Dish!.Name)).ThenBy(champion => NameOrder.Of(champion.Room!.Name))
            .Select(champion => new BestAt(champion.DishId, champion.Dish!.Name, champion.Room!.Name, null)).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<(string Name, int Count)>> CookedAsync(
        Guid floorId, DateOnly since, DateOnly today, CancellationToken cancellationToken)
    {
        var cooked = await db.Menus.AsNoTracking()
            .Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.RoomId != null && menu.Date >= since
                && menu.Date <= today)
            .GroupBy(menu => new { menu.RoomId, menu.Room!.Name })
            .Select(group => new { group.Key.Name, Count = group.Count() }).OrderByDescending(row => row.Count)
                .ThenBy(row => NameOrder.Of(row.Name)).ToListAsync(cancellationToken);
        return [.. cooked.Select(row => (row.Name, row.Count))];
    }

    /// <summary>The best room of each dish that has one, the best first.</summary>
    private static IEnumerable<BestAt> BestRooms(IEnumerable<Rated> rows, Score all) =>
        rows.Where(row => row.RoomId is not null).GroupBy(row => row.DishId)
            .Select(dish =>
                (Dish: dish.First(),
                    Best: LeaderStanding.Rank(dish.Select(row => new LeaderCandidate(row.RoomId!.Value, row.Room!, row.Score)),
                        all) is [var first, ..] ? first : null))
            .Where(dish => dish.Best is not null).OrderByDescending(dish => dish.Best!.Points)
                .ThenBy(dish => dish.Dish.Dish, StringComparer.Ordinal)
            .Select(dish => new BestAt(dish.Dish.DishId, dish.Dish.Dish, dish.Best!.Who.Name, dish.Best.Who.Score));

    private static Score Sum(IEnumerable<Rated> rows) =>
        rows.Aggregate(new Score(0, 0), (sum, row) => new(sum.Sum + row.Score.Sum, sum.Count + row.Score.Count));

    /// <summary>How a cook's dish was rated.</summary>
    private sealed record Rated(Guid DishId, string Dish, Guid? RoomId, string? Room, Guid? MemberId, string? Member, Score Score);
}

/// <param name="All">Every rating that counts.</param>
/// <param name="Best">The room that was rated best at each dish, the best first.</param>
/// <param name="Named">Rooms that somebody named as best at a dish, by dish.</param>
public sealed record LeaderBoards(Score All, IReadOnlyList<Ranked> Rooms, IReadOnlyList<Ranked> Dishes, IReadOnlyList<Ranked> People,
    IReadOnlyList<BestAt> Best, IReadOnlyList<BestAt> Named)
{
    /// <summary>How often each room cooked, the most first.</summary>
    public IReadOnlyList<(string Name, int Count)> Cooked { get; init; } = [];
}

/// <param name="Score">Null for a room that was named by hand.</param>
public sealed record BestAt(Guid DishId, string Dish, string Room, Score? Score);
