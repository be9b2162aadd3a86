using AjsPantry.Features.Feedback.Insights;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Board;

/// <summary>What a floor cooks in a week, and whose turn it is where nothing is planned yet.</summary>
public sealed class WeekQuery(PantryDb db, TurnsQuery turns)
{
    /// <param name="meals">The meals that the tenant serves, in the order of the day.</param>
    /// <param name="first">The first of the days.</param>
    /// <param name="today">Suggestions of past days wait for nobody any more.</param>
    /// <param name="weeks">How many weeks to read, at least 1.</param>
    public async Task<Week> ReadAsync(FloorView floor, IReadOnlyList<string> meals, DateOnly first, DateOnly today, Guid memberId,
        CancellationToken cancellationToken, int weeks = 1)
    {
        var last = first.AddDays((7 * weeks) - 1);
        var menus = await MenuView.Of(db, memberId,
            db.Menus.Where(menu => menu.FloorId == floor.Id && menu.CancelledAt == null && menu.Date >= first && menu.Date <= last))
                .ToListAsync(cancellationToken);
        IEnumerable<IQueryable<DayPlan>> parts =
        [
            .. turns.Facts(floor.Id, first, last, memberId),
            turns.DaysOff(floor.Id, first, last),
            .. WeekPlans.Facts(db, floor.Id, first, last, today),
        ];
        var facts = await DayPlan.Together(parts).ToListAsync(cancellationToken);
        var days = TurnDay.Of(facts);
        var news = WeekPlans.Of(facts);
        WeekDay Day(DateOnly date) =>
            new(date, days.SingleOrDefault(turn => turn.Date == date), [.. Slots(meals, menus.Where(menu => menu.Date == date))],
                news.AwayOn(date), news.WishedFor(date));
        return new Week(first, meals, [.. Enumerable.Range(0, 7 * weeks).Select(first.AddDays).Select(Day)], news.Wishes.Count);
    }

    /// <summary>The meals of one day.</summary>
    public Task<List<MenuView>> OfDayAsync(Guid floorId, DateOnly day, Guid memberId, CancellationToken cancellationToken) =>
        MenuView.Of(db, memberId,
            db.Menus.Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date == day).OrderBy(menu => menu.Meal))
                .ToListAsync(cancellationToken);

    /// <summary>One meal of a floor, cancelled ones too; null when the floor has none of that id.</summary>
    public Task<MenuView?> FindAsync(Guid floorId, Guid id, Guid memberId, CancellationToken cancellationToken) =>
        MenuView.Of(db, memberId, db.Menus.Where(menu => menu.FloorId == floorId && menu.Id == id)).SingleOrDefaultAsync(cancellationToken);

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
    /// <summary>The Monday of the week in which a day lies.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

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

/// <param name="Mine">The person who looks cooks it, alone or with the room.</param>
/// <param name="Score">The stars that people gave it.</param>
/// <param name="Photo">The rating with the latest photo of the dish.</param>
public sealed record MenuView(
    Guid Id, DateOnly Date, string Meal, Guid DishId, string Dish, Guid? SideId, string? Side, Guid? RoomId, Guid? MemberId, string? Cook,
    string? Label, string? Notes,
    DateTimeOffset? CancelledAt, string? CancelReason, uint Version, bool Mine, Score Score, Guid? Photo)
{
    internal static IQueryable<MenuView> Of(PantryDb db, Guid memberId, IQueryable<Menu> menus)
    {
        var stays = db.Set<RoomStay>();
        var ratings = db.Ratings.Where(rating => rating.WithdrawnAt == null);
        var photos = db.Ratings.Where(rating => rating.PhotoAt != null && rating.WithdrawnAt == null && rating.HiddenAt == null)
            .OrderByDescending(rating => rating.PhotoAt);
        return menus.AsNoTracking().Select(menu => new MenuView(
            menu.Id, menu.Date, menu.Meal, menu.DishId, menu.Dish!.Name, menu.SideId, menu.Side == null ? null : menu.Side.Name,
            menu.RoomId, menu.MemberId,
            menu.Room == null ? menu.Member == null ? null : menu.Member.Name : menu.Room.Name, menu.Room == null ? null : menu.Room.Label,
            menu.Notes,
            menu.CancelledAt, menu.CancelReason, menu.Version,
            menu.MemberId == memberId || stays.Any(stay => stay.RoomId == menu.RoomId && stay.MemberId == memberId && stay.Until == null),
            new Score(ratings.Where(rating => rating.MenuId == menu.Id).Sum(rating => rating.Stars),
                ratings.Count(rating => rating.MenuId == menu.Id)),
            photos.Where(rating => rating.Menu!.FloorId == menu.FloorId && rating.Menu.DishId == menu.DishId)
                .Select(rating => (Guid?)rating.Id).FirstOrDefault()));
    }
}
