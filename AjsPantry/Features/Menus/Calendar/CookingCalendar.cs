using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Menus.Dishes.Champions;
using AjsPantry.Features.Menus.Events;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Calendar;

/// <summary>
/// Meals, turns, days without cooking, events and waiting suggestions. One SQL command for all of them: a page may send four, and
/// other features want theirs. Texts are converted, because columns of different lengths are no union.
/// </summary>
public sealed class CookingCalendar(PantryDb db) : ICalendarSource
{
    public Task<IReadOnlyList<CalendarEntry>> BetweenAsync(
        Guid floorId, DateOnly from, DateOnly to, Guid memberId, CancellationToken cancellationToken) =>
        BetweenAsync(floorId, from, to, memberId, null, cancellationToken);

    public async Task<IReadOnlyList<CalendarEntry>> BetweenAsync(
        Guid floorId, DateOnly from, DateOnly to, Guid memberId, DateOnly? shown, CancellationToken cancellationToken) =>
        await Meals(db.Menus.Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date >= from && menu.Date <= to),
            memberId, shown)
            .Concat(Turns(db.Duties.Where(duty => duty.FloorId == floorId && duty.Date >= from && duty.Date <= to), memberId))
            .Concat(Leaves(db.LeaveDays.Where(leave => leave.FloorId == floorId && leave.Date >= from && leave.Date <= to)))
            .Concat(DaysOff(floorId, from, to))
            .Concat(
                Events(db.SpecialEvents
                    .Where(special => (special.FloorId == floorId || special.FloorId == null) && (special.Until ?? special.Date) >= from
                        && special.Date <= to)))
            .Concat(Suggestions(
                db.MealSuggestions.Where(MealSuggestion.Waits(from)).Where(wish => wish.FloorId == floorId && wish.Date <= to), memberId))
            .AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>Events that will be, as entries.</summary>
    internal static IQueryable<CalendarEntry> Events(IQueryable<SpecialEvent> events) =>
        events.Where(special => special.CancelledAt == null).Select(special => new CalendarEntry
        {
            Kind = EntryKind.Event,
            Date = special.Date,
            Id = special.Id,
            Title = Convert.ToString(special.Title)!,
            Text = Convert.ToString(special.Text),
            Who = Convert.ToString(special.CreatedBy!.Name),
            Label = null,
            Meal = null,
            Stars = 0,
            Rated = 0,
            Best = null,
            Idea = null,
            Until = special.Until,
            At = special.At,
            Mine = false,
        });

    private IQueryable<CalendarEntry> Meals(IQueryable<Menu> menus, Guid memberId, DateOnly? shown)
    {
        var stays = db.Set<RoomStay>();
        var own = TurnsQuery.Absences(db, memberId);
        var ratings = db.Ratings.Where(rating => rating.WithdrawnAt == null && rating.Menu!.CancelledAt == null);
        var champions = db.DishChampions.Where(champion => champion.Room!.ArchivedAt == null)
            .OrderBy(champion => NameOrder.Of(champion.Room!.Name));
        var ideas = db.Ideas.Where(idea => idea.State == IdeaState.Open).OrderByDescending(idea => idea.Votes.Count)
            .ThenByDescending(idea => idea.CreatedAt).ThenByDescending(idea => idea.Id);
        return menus.Select(menu => new CalendarEntry
        {
            Kind = EntryKind.Meal,
            Date = menu.Date,
            Id = menu.Id,
            Title = Convert.ToString(menu.Side == null ? menu.Dish!.Name : menu.Dish!.Name + " with " + menu.Side.Name)!,
            Text = Convert.ToString(menu.Notes),
            Who = Convert.ToString(menu.Room == null ? menu.Member!.Name : menu.Room.Name),
            Label = Convert.ToString(menu.Room!.Label),
            Meal = Convert.ToString(menu.Meal),
            // Of the month's other days nobody sees it.
            Stars = menu.Date == shown
                ? ratings.Where(rating => rating.Menu!.FloorId == menu.FloorId && rating.Menu.DishId == menu.DishId)
                    .Sum(rating => rating.Stars) : 0,
            Rated = menu.Date == shown ? ratings.Count(rating => rating.Menu!.FloorId == menu.FloorId && rating.Menu.DishId == menu.DishId)
                : 0,
            Best = menu.Date == shown
                ? champions.Where(champion => champion.FloorId == menu.FloorId && champion.DishId == menu.DishId)
                    .Select(champion => Convert.ToString(champion.Room!.Name)).FirstOrDefault() : null,
            Idea = menu.Date == shown
                ? ideas.Where(idea => idea.FloorId == menu.FloorId && idea.DishId == menu.DishId)
                    .Select(idea => Convert.ToString(idea.Title)).FirstOrDefault() : null,
            Until = null,
            At = null,
            Mine = !own.Any(away => away.From <= menu.Date && away.Until >= menu.Date)
                && (menu.MemberId == memberId
                    || stays.Any(stay => stay.RoomId == menu.RoomId && stay.MemberId == memberId && stay.Until == null)),
        });
    }

    private IQueryable<CalendarEntry> Turns(IQueryable<Duty> duties, Guid memberId)
    {
        var stays = db.Set<RoomStay>();
        var own = TurnsQuery.Absences(db, memberId);
        return duties.Select(duty => new CalendarEntry
        {
            Kind = EntryKind.Turn,
            Date = duty.Date,
            Id = duty.Id,
            Title = Convert.ToString(duty.Room!.Name)!,
            Text = Convert.ToString(duty.Reason),
            Who = null,
            Label = Convert.ToString(duty.Room.Label),
            Meal = null,
            Stars = 0,
            Rated = 0,
            Best = null,
            Idea = null,
            Until = null,
            At = null,
            Mine = stays.Any(stay => stay.RoomId == duty.RoomId && stay.MemberId == memberId && stay.Until == null)
                && !own.Any(away => away.From <= duty.Date && away.Until >= duty.Date),
        });
    }

    private static IQueryable<CalendarEntry> Leaves(IQueryable<LeaveDay> leaves) =>
        leaves.Select(leave => new CalendarEntry
        {
            Kind = EntryKind.Leave,
            Date = leave.Date,
            Id = leave.Id,
            Title = "No cooking",
            Text = Convert.ToString(leave.Reason),
            Who = null,
            Label = null,
            Meal = null,
            Stars = 0,
            Rated = 0,
            Best = null,
            Idea = null,
            Until = null,
            At = null,
            Mine = false,
        });

    private IQueryable<CalendarEntry> DaysOff(Guid floorId, DateOnly from, DateOnly to) =>
        DayOff.Between(db, from, to).Where(day => day.FloorId == floorId).Select(day => new CalendarEntry
        {
            Kind = EntryKind.Leave,
            Date = day.Date,
            Id = day.RotaId,
            Title = "No cooking",
            Text = "No cooking on this weekday.",
            Who = null,
            Label = null,
            Meal = null,
            Stars = 0,
            Rated = 0,
            Best = null,
            Idea = null,
            Until = null,
            At = null,
            Mine = false,
        });

    private static IQueryable<CalendarEntry> Suggestions(IQueryable<MealSuggestion> suggestions, Guid memberId) =>
        suggestions.Select(suggestion => new CalendarEntry
        {
            Kind = EntryKind.Suggestion,
            Date = suggestion.Date,
            Id = suggestion.Id,
            Title = Convert.ToString(suggestion.Side == null ? suggestion.Dish : suggestion.Dish + " with " + suggestion.Side)!,
            Text = Convert.ToString(suggestion.Notes),
            Who = Convert.ToString(suggestion.Member!.Name),
            Label = null,
            Meal = null,
            Stars = 0,
            Rated = 0,
            Best = null,
            Idea = null,
            Until = null,
            At = null,
            Mine = suggestion.MemberId == memberId,
        });
}
