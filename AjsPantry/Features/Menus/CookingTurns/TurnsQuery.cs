using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns;

/// <summary>Whose turn it is, as the duties say.</summary>
public sealed class TurnsQuery(PantryDb db, RoomChoices rooms)
{
    /// <summary>The days of a floor that have a turn or are days without cooking, in order.</summary>
    public async Task<IReadOnlyList<TurnDay>> BetweenAsync(
        Guid floorId, DateOnly from, DateOnly to, Guid memberId, CancellationToken cancellationToken)
    {
        var stays = db.PresentStays.Where(stay => stay.MemberId == memberId);
        var own = Absences(db, memberId);
        var unattended = Unattended(db);
        var turns = await db.Duties.AsNoTracking().Where(duty => duty.FloorId == floorId && duty.Date >= from && duty.Date <= to)
            .Select(duty => new TurnDay(
                duty.Date, duty.RoomId, duty.Room!.Name, duty.Room.Label, duty.Reason, duty.Origin,
                stays.Any(stay => stay.RoomId == duty.RoomId))
            {
                IAmAway = own.Any(away => away.From <= duty.Date && away.Until >= duty.Date),
                AllAway = unattended.Any(other => other.Id == duty.Id),
            }).ToListAsync(cancellationToken);
        var taken = await db.LeaveDays.AsNoTracking()
            .Where(leave => leave.FloorId == floorId && leave.Date >= from && leave.Date <= to)
            .Select(leave => new { leave.Date, leave.Reason }).ToListAsync(cancellationToken);
        return [.. turns.Concat(taken.Select(day => TurnDay.Without(day.Date, $"No cooking: {day.Reason}"))).OrderBy(day => day.Date)];
    }

    /// <summary>The same, and the weekdays that the rota of the time leaves out.</summary>
    public async Task<IReadOnlyList<TurnDay>> WithDaysOffAsync(
        Guid floorId, DateOnly from, DateOnly to, Guid memberId, CancellationToken cancellationToken)
    {
        var days = await BetweenAsync(floorId, from, to, memberId, cancellationToken);
        var off = await DayOff.Between(db, from, to).Where(day => day.FloorId == floorId).Select(day => day.Date)
            .ToListAsync(cancellationToken);
        return [.. days.Concat(off.Select(day => TurnDay.Without(day, DayOff.Words(day)))).OrderBy(day => day.Date)];
    }

    /// <summary>When a person is away.</summary>
    internal static IQueryable<Request> Absences(PantryDb db, Guid memberId) =>
        db.Requests.AsNoTracking().Where(Request.IsAbsence).Where(request => request.MemberId == memberId);

    /// <summary>
    /// Turns of rooms in which nobody is there on the day: all are away, or nobody lives there (see <see cref="EmptyRooms"/>).
    /// </summary>
    internal static IQueryable<Duty> Unattended(PantryDb db)
    {
        var stays = db.PresentStays;
        var absences = db.Requests.Where(Request.IsAbsence);
        return db.Duties.AsNoTracking().Where(duty => !stays.Any(stay => stay.RoomId == duty.RoomId
            && !absences.Any(away => away.MemberId == stay.MemberId && away.From <= duty.Date && away.Until >= duty.Date)));
    }

    public async Task<TurnDay?> OnAsync(Guid floorId, DateOnly day, Guid memberId, CancellationToken cancellationToken) =>
        (await BetweenAsync(floorId, day, day, memberId, cancellationToken)).SingleOrDefault();

    /// <summary>The last day before another on which the room cooked or was to cook; null when there is none.</summary>
    public Task<DateOnly?> LastBeforeAsync(Guid floorId, Guid roomId, DateOnly day, CancellationToken cancellationToken) =>
        db.Duties.Where(duty => duty.FloorId == floorId && duty.RoomId == roomId && duty.Date < day)
            .MaxAsync(duty => (DateOnly?)duty.Date, cancellationToken);

    /// <summary>The floor's rooms in use by name, for choosing one.</summary>
    public Task<List<RoomChoice>> RoomsAsync(Guid floorId, CancellationToken cancellationToken) =>
        rooms.OfFloorAsync(floorId, cancellationToken);
}

/// <summary>
/// A day of the turns. A day without cooking has no room and no origin, whether the rota leaves its weekday out or somebody took it out.
/// </summary>
/// <param name="Mine">The person who looks lives in the room.</param>
public sealed record TurnDay(DateOnly Date, Guid? RoomId, string? Room, string? Label, string Reason, DutyOrigin? Origin, bool Mine)
{
    /// <summary>The person who looks is away on that day.</summary>
    public bool IAmAway { get; init; }

    /// <summary>Nobody of the room is there on that day.</summary>
    public bool AllAway { get; init; }

    /// <summary>Why it is the room's turn; null where that says no more than whose it is.</summary>
    public string? Why => Reason == TurnSequence.Whose(Room) ? null : Reason;

    /// <summary>Somebody took the day out of the order.</summary>
    public bool IsChanged => Origin is null or DutyOrigin.Given;

    /// <summary>The last of the days in a row from one on that are out of the order; null when that one is in it.</summary>
    public static DateOnly? ChangedUntil(IEnumerable<TurnDay> days, DateOnly first) =>
        days.Index().TakeWhile(turn => turn.Item.IsChanged && turn.Item.Date == first.AddDays(turn.Index))
            .Select(turn => (DateOnly?)turn.Item.Date).LastOrDefault();

    /// <summary>A day on which nobody cooks.</summary>
    internal static TurnDay Without(DateOnly day, string reason) => new(day, null, null, null, reason, null, Mine: false);
}
