using System.Linq.Expressions;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Fines;

/// <summary>
/// For those who fine, the floor's fines. For everybody else their own, whichever floor they have moved from, and those of rooms in
/// which they lived when the room was fined.
/// </summary>
public sealed class FinesQuery(PantryDb db, Scope scope)
{
    /// <summary>Sums by state, apart for what is a person's and what is a room's.</summary>
    public async Task<FineTotals> TotalsAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var sums = await Visible(floorId).GroupBy(fine => new { fine.State, IsRooms = fine.MemberId == null })
            .Select(group => new { group.Key.State, group.Key.IsRooms, Sum = group.Sum(fine => fine.Amount) })
                .ToListAsync(cancellationToken);
        decimal Sum(FineState state, bool? rooms = null) =>
            sums.Where(row => row.State == state && (rooms is null || row.IsRooms == rooms)).Sum(row => row.Sum);
        return new(Sum(FineState.Open, rooms: false), Sum(FineState.Open, rooms: true), Sum(FineState.Paid), Sum(FineState.Waived));
    }

    /// <summary>The latest first.</summary>
    /// <param name="state">Null for all.</param>
    /// <param name="page">From 1.</param>
    public Task<PageOf<FineView>> PageAsync(Guid floorId, FineState? state, int page, CancellationToken cancellationToken) =>
        Visible(floorId).Where(fine => state == null || fine.State == state).OrderByDescending(fine => fine.Date)
            .ThenByDescending(fine => fine.Id).Select(View).PageAsync(page, cancellationToken);

    /// <returns>Null when there is none, or it is not the person's to see.</returns>
    public Task<FineView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        Visible(floorId).Where(fine => fine.Id == id).Select(View).SingleOrDefaultAsync(cancellationToken);

    private IQueryable<Fine> Visible(Guid floorId)
    {
        var me = scope.Actor.Id;
        var stays = db.Set<RoomStay>();
        return scope.Actor.May(Permission.ManageFines) ? db.Fines.AsNoTracking().Where(fine => fine.FloorId == floorId)
            : db.Fines.AsNoTracking()
                .Where(fine => fine.MemberId == me
                    || stays.Any(stay => stay.RoomId == fine.RoomId && stay.MemberId == me && stay.Since <= fine.RecordedAt
                        && (stay.Until == null || stay.Until > fine.RecordedAt)));
    }

    private static readonly Expression<Func<Fine, FineView>> View = fine => new FineView(
        fine.Id, fine.MemberId, fine.RoomId == null ? fine.Member!.Name == "" ? fine.Member.Number : fine.Member.Name : fine.Room!.Name,
        fine.RoomId != null, fine.Amount, fine.Date, fine.Reason, fine.State,
        fine.RecordedBy!.Name, fine.RecordedAt, fine.SettledBy!.Name, fine.SettledAt, fine.SettledWith);
}

/// <param name="OpenOfPeople">What people owe; to somebody who does not fine, what they owe themselves.</param>
/// <param name="OpenOfRooms">What rooms owe.</param>
public sealed record FineTotals(decimal OpenOfPeople, decimal OpenOfRooms, decimal Paid, decimal Waived)
{
    public decimal Open => OpenOfPeople + OpenOfRooms;
}

/// <param name="Who">The person or the room.</param>
public sealed record FineView(
    Guid Id, Guid? MemberId, string Who, bool IsRooms, decimal Amount, DateOnly Date, string Reason, FineState State, string? RecordedBy,
    DateTimeOffset RecordedAt, string? SettledBy, DateTimeOffset? SettledAt, string? SettledWith);
