using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Board;

/// <summary>What a floor cooks in a week, and whose turn it is where nothing is planned yet.</summary>
public sealed class WeekQuery(PantryDb db, MenuReader reader, TurnsQuery turns, ReadCache cache)
{
    /// <param name="meals">The meals that the tenant serves, in the order of the day.</param>
    /// <param name="first">The first of the days.</param>
    /// <param name="today">Suggestions of past days wait for nobody any more.</param>
    /// <param name="weeks">How many weeks to read, at least 1.</param>
    public async Task<Week> ReadAsync(FloorView floor, IReadOnlyList<string> meals, DateOnly first, DateOnly today, Guid memberId,
        CancellationToken cancellationToken, int weeks = 1) =>
        await cache.ReadAsync(("meals of a week", floor.Id, string.Join(' ', meals), first, today, memberId, weeks), async () =>
            await AskAsync(floor, meals, first, today, memberId, weeks, cancellationToken));

    private async Task<Week> AskAsync(
        FloorView floor, IReadOnlyList<string> meals, DateOnly first, DateOnly today, Guid memberId, int weeks,
        CancellationToken cancellationToken)
    {
        var last = first.AddDays((7 * weeks) - 1);
        var menus = await reader.ReadAsync(floor.Id, memberId,
            db.Menus.Where(menu => menu.FloorId == floor.Id && menu.CancelledAt == null && menu.Date >= first && menu.Date <= last),
            cancellationToken);
        var days = await turns.WithDaysOffAsync(floor.Id, first, last, memberId, cancellationToken);
        var news = await WeekPlans.ReadAsync(db, floor.Id, first, last, today, cancellationToken);
        WeekDay Day(DateOnly date) =>
            new(date, days.SingleOrDefault(turn => turn.Date == date), [.. Slots(meals, menus.Where(menu => menu.Date == date))],
                news.AwayOn(date), news.WishedFor(date));
        return new Week(first, meals, [.. Enumerable.Range(0, 7 * weeks).Select(first.AddDays).Select(Day)], news.Wishes.Count);
    }

    /// <summary>The meals of one day.</summary>
    public Task<IReadOnlyList<MenuView>> OfDayAsync(Guid floorId, DateOnly day, Guid memberId, CancellationToken cancellationToken) =>
        reader.ReadAsync(floorId, memberId,
            db.Menus.Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date == day).OrderBy(menu => menu.Meal),
            cancellationToken);

    /// <summary>One meal of a floor, cancelled ones too; null when the floor has none of that id.</summary>
    public async Task<MenuView?> FindAsync(Guid floorId, Guid id, Guid memberId, CancellationToken cancellationToken) =>
        (await reader.ReadAsync(
            floorId, memberId, db.Menus.Where(menu => menu.FloorId == floorId && menu.Id == id), cancellationToken)).SingleOrDefault();

    /// <summary>The tenant's meals in the order of the day, and those planned when the tenant served others.</summary>
    private static IEnumerable<MealSlot> Slots(IReadOnlyList<string> meals, IEnumerable<MenuView> menus)
    {
        var planned = menus.ToDictionary(menu => menu.Meal);
        return meals.Concat(planned.Keys.Except(meals)).Select(meal => new MealSlot(meal, planned.GetValueOrDefault(meal)));
    }
}

/// <param name="First">The first of its days, which need not be a Monday.</param>
/// <param name="Meals">The meals that the tenant serves, in the order of the day.</param>
/// <param name="Wishes">How many suggestions wait for an answer, for this and other weeks.</param>
public sealed record Week(DateOnly First, IReadOnlyList<string> Meals, IReadOnlyList<WeekDay> Days, int Wishes)
{
    /// <summary>Days from one on that have a meal to plan: nothing planned, and somebody cooks.</summary>
    public IReadOnlyList<WeekDay> OpenFrom(DateOnly day) => [.. Days.Where(each => each.Date >= day && each.IsOpen)];
}

/// <param name="Turn">Whose day it is; null when the rota says nothing of it.</param>
/// <param name="Absent">Who of the floor is away that day.</param>
/// <param name="Wishes">What people suggest for the day and nobody has answered.</param>
public sealed record WeekDay(
    DateOnly Date, TurnDay? Turn, IReadOnlyList<MealSlot> Slots, IReadOnlyList<Away> Absent, IReadOnlyList<SuggestedDish> Wishes)
{
    /// <summary>The meals of the day have several cooks, so each names its own.</summary>
    public bool CooksDiffer =>
        Slots.Select(slot => slot.Menu).OfType<MenuView>().Select(menu => (menu.RoomId, menu.MemberId)).Distinct().Count() > 1;

    /// <summary>
    /// The names of those who were to cook that day and are away: of the meals' cooks, and of whose turn it is where a meal is open.
    /// </summary>
    public IReadOnlyList<string> AbsentCooks =>
        [.. Slots.SelectMany(slot => slot.Menu is { } menu ? AbsentOf(menu.RoomId, menu.MemberId) : AbsentOf(Turn?.RoomId, null))
            .Distinct()];

    /// <summary>The names of those who are away that day, of a room or of one person who cooks.</summary>
    public IReadOnlyList<string> AbsentOf(Guid? roomId, Guid? memberId) => Away.NamesOf(Absent, roomId, memberId);

    /// <summary>
    /// The room whose turn it is, which cooks though nobody lives there; null where it does not cook, or somebody lives there.
    /// </summary>
    public string? EmptyRoom =>
        Turn is { AllAway: true, RoomId: { } room } && AbsentOf(room, null).Count == 0
            && Slots.Any(slot => slot.Menu is null || slot.Menu.RoomId == room) ? Turn.Room : null;

    public bool IsLeave => Turn is { Room: null };

    public bool IsOpen => !IsLeave && Slots.Any(slot => slot.Menu is null);
}

/// <param name="Meal">breakfast, lunch or dinner.</param>
public sealed record MealSlot(string Meal, MenuView? Menu);
