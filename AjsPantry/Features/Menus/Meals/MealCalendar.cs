using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Champions;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Calendar;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Meals;

/// <summary>Planned meals on the calendar; of the day that is shown in full also what the floor knows of their dishes.</summary>
public sealed class MealCalendar(PantryDb db, IDishRatings ratings, IDishIdeas ideas) : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(CalendarSpan span, CancellationToken cancellationToken)
    {
        var stays = db.PresentStays.Where(stay => stay.MemberId == span.MemberId);
        var own = TurnsQuery.Absences(db, span.MemberId);
        var entries = await db.Menus.AsNoTracking()
            .Where(menu => menu.FloorId == span.FloorId && menu.CancelledAt == null && menu.Date >= span.From && menu.Date <= span.To)
            .Select(menu => new CalendarEntry
            {
                Kind = EntryKind.Meal,
                Date = menu.Date,
                Id = menu.Id,
                Title = menu.Side == null ? menu.Dish!.Name : menu.Dish!.Name + " with " + menu.Side.Name,
                Text = menu.Notes,
                Who = menu.Room == null ? menu.Member!.Name : menu.Room.Name,
                Label = menu.Room!.Label,
                Meal = menu.Meal,
                Mine = !own.Any(away => away.From <= menu.Date && away.Until >= menu.Date)
                    && (menu.MemberId == span.MemberId || stays.Any(stay => stay.RoomId == menu.RoomId)),
            }).ToListAsync(cancellationToken);
        if (span.Shown is not { } day || !entries.Exists(entry => entry.Date == day))
            return entries;
        var known = await KnownAsync(span.FloorId, day, cancellationToken);
        return [.. entries.Select(entry => entry with { Dish = known.GetValueOrDefault(entry.Id) })];
    }

    /// <summary>By meal.</summary>
    private async Task<Dictionary<Guid, KnownDish>> KnownAsync(Guid floorId, DateOnly day, CancellationToken cancellationToken)
    {
        var champions = db.DishChampions.Where(champion => champion.FloorId == floorId && champion.Room!.ArchivedAt == null)
            .OrderBy(champion => NameOrder.Of(champion.Room!.Name));
        var meals = await db.Menus.AsNoTracking()
            .Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date == day)
            .Select(menu => new
            {
                menu.Id,
                menu.DishId,
                Best = champions.Where(champion => champion.DishId == menu.DishId).Select(champion => champion.Room!.Name).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        List<Guid> dishes = [.. meals.Select(meal => meal.DishId).Distinct()];
        var liked = await ratings.OfDishesAsync(floorId, dishes, cancellationToken);
        var best = await ideas.BestAsync(floorId, dishes, cancellationToken);
        return meals.ToDictionary(
            meal => meal.Id,
            meal => new KnownDish(
                liked.GetValueOrDefault(meal.DishId)?.Score ?? default, meal.Best, best.GetValueOrDefault(meal.DishId)));
    }
}
