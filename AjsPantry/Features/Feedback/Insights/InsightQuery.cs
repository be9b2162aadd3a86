using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Champions;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Insights;

/// <summary>How a floor liked one dish, or what one room cooks, over the last twelve months. Three commands.</summary>
public sealed class InsightQuery(PantryDb db)
{
    private const int Ideas = 5;

    /// <param name="since">The first day of the first month.</param>
    /// <returns>Null when there is no such dish.</returns>
    public async Task<InsightView?> OfDishAsync(
        Guid floorId, Guid dishId, DateOnly since, DateOnly today, CancellationToken cancellationToken)
    {
        var served = db.Menus
            .Where(menu => menu.FloorId == floorId && menu.DishId == dishId && menu.CancelledAt == null && menu.Date <= today)
                .OrderByDescending(menu => menu.Date);
        var ideas = db.Ideas.Where(Idea.IsShown).Where(idea => idea.FloorId == floorId && idea.DishId == dishId)
            .OrderBy(idea => idea.State == IdeaState.Open ? 0 : 1).ThenByDescending(idea => idea.Votes.Count)
                .ThenByDescending(idea => idea.CreatedAt).Take(Ideas);
        var named = db.DishChampions
            .Where(champion => champion.FloorId == floorId && champion.DishId == dishId && champion.Room!.ArchivedAt == null);
        var thing = await db.Dishes.AsNoTracking().Where(dish => dish.Id == dishId).Select(dish => new
        {
            dish.Name,
            Last = served.Select(menu => (DateOnly?)menu.Date).FirstOrDefault(),
            LastBy = served.Select(menu => menu.Room == null ? menu.Member!.Name : menu.Room.Name).FirstOrDefault(),
            Named = named.OrderBy(champion => NameOrder.Of(champion.Room!.Name)).Select(champion => champion.RoomId).ToList(),
            Ideas = ideas.Select(idea => new InsightIdea(idea.Id, idea.Title, idea.State, idea.Votes.Count)).ToList(),
        }).SingleOrDefaultAsync(cancellationToken);
        if (thing is null)
            return null;
        var rows = await OfDishByRoomAsync(floorId, dishId, since, cancellationToken);
        return new InsightView(thing.Name, since, thing.Last, thing.LastBy, await MonthsAsync(served, since, cancellationToken),
            rows)
        { Ideas = thing.Ideas, Named = thing.Named };
    }

    /// <inheritdoc cref="OfDishAsync"/>
    /// <returns>Null when the floor has no such room.</returns>
    public async Task<InsightView?> OfRoomAsync(
        Guid floorId, Guid roomId, DateOnly since, DateOnly today, CancellationToken cancellationToken)
    {
        var served = db.Menus.Where(menu => menu.RoomId == roomId && menu.CancelledAt == null && menu.Date <= today)
            .OrderByDescending(menu => menu.Date);
        var named = db.DishChampions.Where(champion => champion.RoomId == roomId && champion.Dish!.ArchivedAt == null);
        var thing = await db.Set<Room>().AsNoTracking().Where(room => room.Id == roomId && room.FloorId == floorId).Select(room => new
        {
            room.Name,
            Last = served.Select(menu => (DateOnly?)menu.Date).FirstOrDefault(),
            LastDish = served.Select(menu => menu.Dish!.Name).FirstOrDefault(),
            Named = named.OrderBy(champion => NameOrder.Of(champion.Dish!.Name)).Select(champion => champion.DishId).ToList(),
        }).SingleOrDefaultAsync(cancellationToken);
        if (thing is null)
            return null;
        var rows = await OfRoomByDishAsync(floorId, roomId, since, cancellationToken);
        return new InsightView(thing.Name, since, thing.Last, thing.LastDish, await MonthsAsync(served, since, cancellationToken),
            rows)
        { Named = thing.Named };
    }

    private Task<List<StarsRow>> OfDishByRoomAsync(Guid floorId, Guid dishId, DateOnly since, CancellationToken cancellationToken) =>
        Ratings(floorId, since).Where(rating => rating.Menu!.DishId == dishId)
            .GroupBy(rating => new
            {
                rating.Menu!.Date.Year,
                rating.Menu.Date.Month,
                rating.Stars,
                Id = rating.Menu.RoomId,
                Name = rating.Menu.Room!.Name
            })
            .Select(group => new StarsRow(group.Key.Year, group.Key.Month, group.Key.Stars, group.Key.Id, group.Key.Name, group.Count()))
                .ToListAsync(cancellationToken);

    private Task<List<StarsRow>> OfRoomByDishAsync(Guid floorId, Guid roomId, DateOnly since, CancellationToken cancellationToken) =>
        Ratings(floorId, since).Where(rating => rating.Menu!.RoomId == roomId)
            .GroupBy(rating => new
            {
                rating.Menu!.Date.Year,
                rating.Menu.Date.Month,
                rating.Stars,
                Id = rating.Menu.DishId,
                rating.Menu.Dish!.Name
            })
            .Select(group => new StarsRow(group.Key.Year, group.Key.Month, group.Key.Stars, group.Key.Id, group.Key.Name, group.Count()))
                .ToListAsync(cancellationToken);

    private static Task<List<MonthOfMeals>> MonthsAsync(IQueryable<Menu> served, DateOnly since, CancellationToken cancellationToken) =>
        served.AsNoTracking().Where(menu => menu.Date >= since).GroupBy(menu => new { menu.Date.Year, menu.Date.Month })
            .Select(month => new MonthOfMeals(month.Key.Year, month.Key.Month, month.Count())).ToListAsync(cancellationToken);

    private IQueryable<Rating> Ratings(Guid floorId, DateOnly since) =>
        db.Ratings.AsNoTracking()
            .Where(rating => rating.Menu!.FloorId == floorId && rating.WithdrawnAt == null && rating.Menu.CancelledAt == null
                && rating.Menu.Date >= since);
}

/// <summary>How many people gave so many stars in a month, to one cook or one dish.</summary>
/// <param name="Id">Of the room, or the dish; null for a meal of no room.</param>
public sealed record StarsRow(int Year, int Month, int Stars, Guid? Id, string? Name, int Count);

/// <summary>How often something was on the table in a month.</summary>
public sealed record MonthOfMeals(int Year, int Month, int Meals);

public sealed record InsightIdea(Guid Id, string Title, IdeaState State, int Votes);
