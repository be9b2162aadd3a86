using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Feedback.Insights;
using AjsPantry.Features.Feedback.Ratings;
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

/// <summary>The rooms and dishes in use, when and by whom a floor had them, and a past week, in one command.</summary>
public sealed class PlanOfferQuery(PantryDb db)
{
    /// <summary>Two years; whoever plans wants to know of the last months.</summary>
    public const int DaysBack = 731;

    /// <param name="copied">The first day of the week to copy; null when none is.</param>
    public async Task<PlanOffer> ReadAsync(Guid floorId, DateOnly today, DateOnly? copied, CancellationToken cancellationToken)
    {
        // Dishes come first: the first part settles the types of all columns, and only there does a category have the type that its column
        // has.
        var facts = await Dishes(floorId).Concat(Served(floorId, today)).Concat(Champions(floorId)).Concat(Rooms(floorId))
            .Concat(Meals(floorId, copied)).ToListAsync(cancellationToken);
        var byDish = facts.Where(fact => fact.DishId is not null).ToLookup(fact => fact.DishId);
        return new(
            [.. Of(Kind.Room).OrderBy(fact => fact.Name, NameOrder.Comparer)
                .Select(fact => new RoomChoice(fact.RoomId!.Value, fact.Name!))],
            [.. Of(Kind.Dish).OrderBy(fact => fact.Name, NameOrder.Comparer).Select(fact => Past(fact, [.. byDish[fact.DishId]]))],
            [.. Of(Kind.Meal).OrderBy(fact => fact.Last).ThenBy(fact => fact.Word, StringComparer.Ordinal)
                .Select(fact => new PastMeal(fact.Last!.Value, fact.Word!, fact.Name!, fact.More))]);

        IEnumerable<Fact> Of(Kind kind) => facts.Where(fact => fact.Kind == kind);
    }

    private static DishPast Past(Fact dish, IReadOnlyList<Fact> facts)
    {
        var served = facts.Where(fact => fact.Kind == Kind.Served).ToList();
        var last = served.MaxBy(fact => fact.Last);
        var most = served.Where(fact => fact.Name is not null && fact.Count > 1).OrderByDescending(fact => fact.Count)
            .ThenByDescending(fact => fact.Last).FirstOrDefault();
        var champions = facts.Where(fact => fact.Kind == Kind.Champion).OrderBy(fact => fact.Name, NameOrder.Comparer)
            .Select(fact => new ChampionRoom(fact.RoomId!.Value, fact.Name!));
        return new(dish.Name!, dish.Word!, dish.Category!.Value, last?.Last, last?.Last is null ? null : last.Name, most?.Name,
            served.Min(fact => fact.Next), new Score(dish.Stars, dish.Count), [.. champions], dish.More);
    }

    /// <summary>How often each room cooked each dish, when last, and when it will.</summary>
    private IQueryable<Fact> Served(Guid floorId, DateOnly today)
    {
        var since = today.AddDays(-DaysBack);
        return db.Menus.AsNoTracking().Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date >= since)
            .GroupBy(menu => new { menu.DishId, menu.RoomId, menu.Room!.Name })
            .Select(group => new Fact
            {
                Kind = Kind.Served,
                DishId = group.Key.DishId,
                RoomId = group.Key.RoomId,
                Name = group.Key.Name,
                Word = null,
                More = null,
                Category = null,
                Last = group.Max(menu => menu.Date <= today ? (DateOnly?)menu.Date : null),
                Next = group.Min(menu => menu.Date > today ? (DateOnly?)menu.Date : null),
                Count = group.Count(menu => menu.Date <= today),
                Stars = 0,
            });
    }

    private IQueryable<Fact> Champions(Guid floorId) =>
        db.DishChampions.Where(champion => champion.FloorId == floorId && champion.Room!.ArchivedAt == null).Select(champion => new Fact
        {
            Kind = Kind.Champion,
            DishId = champion.DishId,
            RoomId = champion.RoomId,
            Name = champion.Room!.Name,
            Word = null,
            More = null,
            Category = null,
            Last = null,
            Next = null,
            Count = 0,
            Stars = 0,
        });

    private IQueryable<Fact> Rooms(Guid floorId) =>
        db.Rooms.Where(room => room.FloorId == floorId && room.ArchivedAt == null).Select(room => new Fact
        {
            Kind = Kind.Room,
            DishId = null,
            RoomId = room.Id,
            Name = room.Name,
            Word = null,
            More = null,
            Category = null,
            Last = null,
            Next = null,
            Count = 0,
            Stars = 0,
        });

    private IQueryable<Fact> Dishes(Guid floorId)
    {
        var ratings = db.Ratings
            .Where(rating => rating.Menu!.FloorId == floorId && rating.WithdrawnAt == null && rating.Menu.CancelledAt == null);
        var ideas = db.Ideas.Where(idea => idea.FloorId == floorId && idea.State == IdeaState.Open)
            .OrderByDescending(idea => idea.Votes.Count).ThenByDescending(idea => idea.CreatedAt);
        return db.Dishes.Where(dish => dish.ArchivedAt == null).Select(dish => new Fact
        {
            Kind = Kind.Dish,
            DishId = dish.Id,
            RoomId = null,
            Name = dish.Name + "",
            Word = dish.NormalName + "",
            More = ideas.Where(idea => idea.DishId == dish.Id).Select(idea => idea.Title).FirstOrDefault(),
            Category = dish.Category,
            Last = null,
            Next = null,
            Count = ratings.Count(rating => rating.Menu!.DishId == dish.Id),
            Stars = ratings.Where(rating => rating.Menu!.DishId == dish.Id).Sum(rating => rating.Stars),
        });
    }

    private IQueryable<Fact> Meals(Guid floorId, DateOnly? first)
    {
        var last = first?.AddDays(6);
        return db.Menus.Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date >= first && menu.Date <= last)
            .Select(menu => new Fact
            {
                Kind = Kind.Meal,
                DishId = null,
                RoomId = null,
                Name = menu.Dish!.Name + "",
                Word = menu.Meal + "",
                More = menu.Side == null ? null : menu.Side.Name + "",
                Category = null,
                Last = menu.Date,
                Next = null,
                Count = 0,
                Stars = 0,
            });
    }

    private enum Kind
    {
        Served,
        Champion,
        Room,
        Dish,
        Meal,
    }

    /// <summary>One row of the command, whatever it tells.</summary>
    private sealed class Fact
    {
        public required Kind Kind { get; init; }

        public Guid? DishId { get; init; }

        public Guid? RoomId { get; init; }

        /// <summary>The name of the room or the dish.</summary>
        public string? Name { get; init; }

        /// <summary>The compared name of a dish, or which meal of the day.</summary>
        public string? Word { get; init; }

        /// <summary>What people would like better, or the side dish.</summary>
        public string? More { get; init; }

        public DishCategory? Category { get; init; }

        public DateOnly? Last { get; init; }

        public DateOnly? Next { get; init; }

        /// <summary>How often it was served, or how many stars were given.</summary>
        public int Count { get; init; }

        /// <summary>Their sum.</summary>
        public int Stars { get; init; }
    }
}
