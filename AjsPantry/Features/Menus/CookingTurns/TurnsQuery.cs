using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns;

/// <summary>Whose turn it is, as the duties say.</summary>
public sealed class TurnsQuery(PantryDb db)
{
    /// <summary>The days of a floor that have a turn or are days without cooking, in order.</summary>
    public async Task<IReadOnlyList<TurnDay>> BetweenAsync(
        Guid floorId, DateOnly from, DateOnly to, Guid memberId, CancellationToken cancellationToken) =>
        TurnDay.Of(await DayPlan.Together(Facts(floorId, from, to, memberId)).ToListAsync(cancellationToken));

    /// <summary>The same as parts of a query.</summary>
    internal IEnumerable<IQueryable<DayPlan>> Facts(Guid floorId, DateOnly from, DateOnly to, Guid memberId)
    {
        var stays = db.Set<RoomStay>();
        var own = Absences(db, memberId);
        var unattended = Unattended(db);
        yield return db.Duties.AsNoTracking().Where(duty => duty.FloorId == floorId && duty.Date >= from && duty.Date <= to)
            .Select(duty => new DayPlan
            {
                Kind = DayPlanKind.Turn,
                From = duty.Date,
                Until = duty.Date,
                WishId = null,
                MemberId = null,
                RoomId = duty.RoomId,
                Name = duty.Room!.Name + "",
                More = duty.Room.Label == null ? null : duty.Room.Label + "",
                Text = duty.Reason + "",
                Origin = duty.Origin,
                Mine = stays.Any(stay => stay.RoomId == duty.RoomId && stay.MemberId == memberId && stay.Until == null),
                IAmAway = own.Any(away => away.From <= duty.Date && away.Until >= duty.Date),
                AllAway = unattended.Any(other => other.Id == duty.Id),
            });
        yield return db.LeaveDays.AsNoTracking().Where(leave => leave.FloorId == floorId && leave.Date >= from && leave.Date <= to)
            .Select(leave => new DayPlan
            {
                Kind = DayPlanKind.Turn,
                From = leave.Date,
                Until = leave.Date,
                WishId = null,
                MemberId = null,
                RoomId = null,
                Name = null,
                More = null,
                Text = "No cooking: " + leave.Reason,
                Origin = null,
                Mine = false,
                IAmAway = false,
                AllAway = false,
            });
    }

    /// <summary>The weekdays that the rota of the time leaves out, in the same shape as days without cooking.</summary>
    internal IQueryable<DayPlan> DaysOff(Guid floorId, DateOnly from, DateOnly to) =>
        DayOff.Between(db, from, to).Where(day => day.FloorId == floorId).Select(day => new DayPlan
        {
            Kind = DayPlanKind.Turn,
            From = day.Date,
            Until = day.Date,
            WishId = null,
            MemberId = null,
            RoomId = null,
            Name = null,
            More = null,
            Text = null,
            Origin = null,
            Mine = false,
            IAmAway = false,
            AllAway = false,
        });

    /// <summary>When a person is away.</summary>
    internal static IQueryable<Request> Absences(PantryDb db, Guid memberId) =>
        db.Requests.AsNoTracking().Where(Request.IsAbsence).Where(request => request.MemberId == memberId);

    /// <summary>
    /// Turns of rooms in which nobody is there on the day: all are away, or nobody lives there (see <see cref="EmptyRooms"/>).
    /// </summary>
    internal static IQueryable<Duty> Unattended(PantryDb db)
    {
        var stays = db.Set<RoomStay>().Where(stay => stay.Until == null);
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
        db.Set<Room>().AsNoTracking().Where(room => room.FloorId == floorId && room.ArchivedAt == null)
            .OrderBy(room => NameOrder.Of(room.Name))
            .Select(room => new RoomChoice(room.Id, room.Name)).ToListAsync(cancellationToken);
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

    internal static IReadOnlyList<TurnDay> Of(IEnumerable<DayPlan> facts) =>
    [
        .. facts.Where(fact => fact.Kind == DayPlanKind.Turn).OrderBy(fact => fact.From)
            .Select(fact =>
                new TurnDay(fact.From, fact.RoomId, fact.Name, fact.More, fact.Text ?? DayOff.Words(fact.From), fact.Origin, fact.Mine)
            {
                IAmAway = fact.IAmAway,
                AllAway = fact.AllAway,
            }),
    ];
}

public sealed record RoomChoice(Guid Id, string Name);
