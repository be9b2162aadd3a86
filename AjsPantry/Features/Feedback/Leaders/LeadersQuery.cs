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
        // One row per dish and cook, whatever the history.
        var rows = await db.Ratings.AsNoTracking()
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
            .Select(group => new { group.Key, Score = new Score(group.Sum(rating => rating.Stars), group.Count()) })
            .ToListAsync(cancellationToken);
        var named = await db.DishChampions.AsNoTracking()
            .Where(champion => champion.FloorId == floorId && champion.Dish!.ArchivedAt == null && champion.Room!.ArchivedAt == null)
            .OrderBy(champion => NameOrder.Of(champion.Dish!.Name)).ThenBy(champion => NameOrder.Of(champion.Room!.Name))
            .Select(champion => new BestAt(champion.DishId, champion.Dish!.Name, champion.Room!.Name, null)).ToListAsync(cancellationToken);
        var cooked = await db.Menus.AsNoTracking()
            .Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.RoomId != null && menu.Date >= since
                && menu.Date <= today)
            .GroupBy(menu => new { menu.RoomId, menu.Room!.Name })
            .Select(group => new { group.Key.Name, Count = group.Count() }).OrderByDescending(row => row.Count)
                .ThenBy(row => NameOrder.Of(row.Name)).ToListAsync(cancellationToken);
        var all = Sum(rows.Select(row => row.Score));
        var rooms = rows.Where(row => row.Key.RoomId is not null).GroupBy(row => row.Key.RoomId!.Value)
            .Select(room => new LeaderCandidate(room.Key, room.First().Key.Room!, Sum(room.Select(row => row.Score))));
        var people = rows.Where(row => row.Key.MemberId is not null).GroupBy(row => row.Key.MemberId!.Value)
            .Select(person => new LeaderCandidate(person.Key, person.First().Key.Member!, Sum(person.Select(row => row.Score))));
        var dishes = rows.GroupBy(row => row.Key.DishId)
            .Select(dish => new LeaderCandidate(dish.Key, dish.First().Key.Dish, Sum(dish.Select(row => row.Score)))).ToList();
        var best = rows.Where(row => row.Key.RoomId is not null).GroupBy(row => row.Key.DishId)
            .Select(dish =>
                (Dish: dish.First().Key,
                    Best: LeaderStanding.Rank(dish.Select(row => new LeaderCandidate(row.Key.RoomId!.Value, row.Key.Room!, row.Score)),
                        all) is [var first, ..] ? first : null))
            .Where(dish => dish.Best is not null).OrderByDescending(dish => dish.Best!.Points)
                .ThenBy(dish => dish.Dish.Dish, StringComparer.Ordinal)
            .Select(dish => new BestAt(dish.Dish.DishId, dish.Dish.Dish, dish.Best!.Who.Name, dish.Best.Who.Score));
        return new LeaderBoards(all, [.. LeaderStanding.Rank(rooms, all).Take(Most)], [.. LeaderStanding.Rank(dishes, all).Take(Most)],
            [.. LeaderStanding.Rank(people, all).Take(Most)], [.. best.Take(Most)],
            named)
        { Cooked = [.. cooked.Select(row => (row.Name, row.Count))] };
    }

    private static Score Sum(IEnumerable<Score> scores) =>
        scores.Aggregate(new Score(0, 0), (sum, score) => new(sum.Sum + score.Sum, sum.Count + score.Count));
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
