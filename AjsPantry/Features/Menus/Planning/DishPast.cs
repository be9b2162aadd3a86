using AjsPantry.Features.Feedback;
using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Planning;

/// <summary>A dish to choose, with what a floor remembers of it.</summary>
/// <param name="Last">The last day on which it was the main dish; null when it was not in <see cref="DishPastQuery.DaysBack"/> days.</param>
/// <param name="LastBy">The room that cooked it then.</param>
/// <param name="MostBy">The room that cooked it most often, where one did more than once.</param>
/// <param name="Next">The next day for which it is planned.</param>
/// <param name="Score">The stars that the floor gave it as a main dish.</param>
/// <param name="Champions">The floor's rooms that are held to be best at it.</param>
/// <param name="Idea">What most people of the floor would like better about it.</param>
public sealed record DishPast(string Name, string NormalName, DishCategory Category, DateOnly? Last, string? LastBy, string? MostBy, DateOnly? Next, Score Score, IReadOnlyList<ChampionRoom> Champions, string? Idea = null)
{
    /// <summary>Rated 4.6 from 26. Last served on Sat 10 Oct by Room 107. Empty when there is nothing to say.</summary>
    public string Words(Func<DateOnly, string> day)
    {
        List<string> sentences = [];
        if (Score.Count > 0)
            sentences.Add($"Rated {Score.Average} from {Score.Count}.");
        if (Champions.Count > 0)
            sentences.Add($"Best at it: {string.Join(", ", Champions.Select(champion => champion.Name))}.");
        if (Last is { } last)
            sentences.Add($"Last served on {day(last)}{(LastBy is null ? "" : $" by {LastBy}")}.");
        if (MostBy is not null && MostBy != LastBy)
            sentences.Add($"{MostBy} cooks it most often.");
        if (Next is { } next)
            sentences.Add($"Planned for {day(next)}.");
        if (Idea is not null)
            sentences.Add($"Wanted: {Idea}.");
        return string.Join(' ', sentences);
    }
}

/// <summary>A room that is best at a dish.</summary>
public sealed record ChampionRoom(Guid Id, string Name);

/// <summary>The dishes in use, and when and by whom a floor had them.</summary>
public sealed class DishPastQuery(PantryDb db)
{
    /// <summary>Two years; whoever plans wants to know of the last months.</summary>
    public const int DaysBack = 731;

    public async Task<IReadOnlyList<DishPast>> ReadAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken)
    {
        var since = today.AddDays(-DaysBack);
        var served = await db.Menus.AsNoTracking().Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date >= since)
            .GroupBy(menu => new { menu.DishId, Room = menu.Room!.Name })
            .Select(group => new
            {
                group.Key.DishId,
                group.Key.Room,
                Times = group.Count(menu => menu.Date <= today),
                Last = group.Max(menu => menu.Date <= today ? (DateOnly?)menu.Date : null),
                Next = group.Min(menu => menu.Date > today ? (DateOnly?)menu.Date : null),
            }).ToListAsync(cancellationToken);
        var byDish = served.ToLookup(row => row.DishId);
        var ratings = db.Ratings.Where(rating => rating.Menu!.FloorId == floorId && rating.WithdrawnAt == null && rating.Menu.CancelledAt == null);
        var champions = db.DishChampions.Where(champion => champion.FloorId == floorId && champion.Room!.ArchivedAt == null);
        var ideas = db.Ideas.Where(idea => idea.FloorId == floorId && idea.State == IdeaState.Open).OrderByDescending(idea => idea.Votes.Count).ThenByDescending(idea => idea.CreatedAt);
        var dishes = await db.Dishes.AsNoTracking().Where(dish => dish.ArchivedAt == null).OrderBy(dish => dish.Name).Select(dish => new
        {
            dish.Id,
            dish.Name,
            dish.NormalName,
            dish.Category,
            Stars = ratings.Where(rating => rating.Menu!.DishId == dish.Id).Sum(rating => rating.Stars),
            Rated = ratings.Count(rating => rating.Menu!.DishId == dish.Id),
            Champions = champions.Where(champion => champion.DishId == dish.Id).OrderBy(champion => champion.Room!.Name).Select(champion => new ChampionRoom(champion.RoomId, champion.Room!.Name)).ToList(),
            Idea = ideas.Where(idea => idea.DishId == dish.Id).Select(idea => idea.Title).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return
        [
            .. dishes.Select(dish =>
            {
                var last = byDish[dish.Id].MaxBy(row => row.Last);
                var most = byDish[dish.Id].Where(row => row.Room is not null && row.Times > 1).OrderByDescending(row => row.Times).ThenByDescending(row => row.Last).FirstOrDefault();
                return new DishPast(dish.Name, dish.NormalName, dish.Category, last?.Last, last?.Last is null ? null : last.Room, most?.Room, byDish[dish.Id].Min(row => row.Next), new Score(dish.Stars, dish.Rated), dish.Champions, dish.Idea);
            }),
        ];
    }
}
