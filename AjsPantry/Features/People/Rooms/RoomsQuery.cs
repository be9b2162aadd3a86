using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Rooms;

/// <summary>The rooms of a floor and who lives in them.</summary>
public sealed class RoomsQuery(PantryDb db)
{
    /// <summary>How much of a room's history is shown.</summary>
    private const int MostEarlier = 50;

    /// <summary>Rooms in use by name, then archived ones, the last archived first.</summary>
    public Task<List<RoomView>> OfFloorAsync(Guid floorId, CancellationToken cancellationToken) =>
        Project(db.Rooms.Where(room => room.FloorId == floorId).OrderByDescending(room => room.ArchivedAt == null)
            .ThenByDescending(room => room.ArchivedAt).ThenBy(room => NameOrder.Of(room.Name)))
            .ToListAsync(cancellationToken);

    /// <summary>The rooms in which the person lives now.</summary>
    public Task<List<RoomView>> OfMemberAsync(Guid memberId, CancellationToken cancellationToken) =>
        Project(db.PresentStays.Where(stay => stay.MemberId == memberId).Select(stay => stay.Room!)
            .OrderBy(room => NameOrder.Of(room.Name))).ToListAsync(cancellationToken);

    /// <returns>Null when the floor has no such room.</returns>
    public Task<RoomView?> ReadAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        Project(db.Rooms.Where(room => room.FloorId == floorId && room.Id == id)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Who lived in the room and moved out, the last one first.</summary>
    public Task<List<RoomStayView>> EarlierAsync(Guid roomId, CancellationToken cancellationToken) =>
        db.RoomStays.Where(stay => stay.RoomId == roomId && stay.Until != null).OrderByDescending(stay => stay.Until).Take(MostEarlier)
            .Select(stay => new RoomStayView(stay.MemberId, stay.Member!.Name, stay.Since, stay.Until)).ToListAsync(cancellationToken);

    /// <summary>How many active people of the floor live in no room.</summary>
    public Task<int> RoomlessAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var stays = db.PresentStays;
        return db.Members.OnFloor(floorId).CountAsync(
            member => !stays.Any(stay => stay.MemberId == member.Id), cancellationToken);
    }

    /// <summary>The active people of the floor who do not live in the room, with the rooms they live in.</summary>
    public Task<List<RoomCandidate>> CandidatesAsync(Guid floorId, Guid roomId, CancellationToken cancellationToken)
    {
        var stays = db.PresentStays;
        return db.Members.OnFloor(floorId)
            .Where(member => !stays.Any(stay => stay.RoomId == roomId && stay.MemberId == member.Id))
            .OrderBy(member => NameOrder.Of(member.Name)).ThenBy(member => member.Id)
            .Select(member => new RoomCandidate(
                member.Id, member.Name, member.Number,
                stays.Where(stay => stay.MemberId == member.Id).OrderBy(stay => NameOrder.Of(stay.Room!.Name))
                    .Select(stay => stay.Room!.Name).ToList()))
            .AsNoTracking().ToListAsync(cancellationToken);
    }

    private static IQueryable<RoomView> Project(IQueryable<Room> rooms) => rooms.AsNoTracking().Select(room => new RoomView(
        room.Id, room.Name, room.Label, room.ArchivedAt, room.Version,
        room.Stays.AsQueryable().Where(RoomStay.IsPresent).OrderBy(stay => NameOrder.Of(stay.Member!.Name))
            .Select(stay => new RoomStayView(stay.MemberId, stay.Member!.Name, stay.Since, stay.Until)).ToList()));
}

/// <param name="People">Who lives there now, by name.</param>
public sealed record RoomView(
    Guid Id, string Name, string? Label, DateTimeOffset? ArchivedAt, uint Version, IReadOnlyList<RoomStayView> People)
{
    /// <summary>Asma, Meera and Hari.</summary>
    public string Names => Formats.AllOf(People.Select(stay => stay.Name));
}

/// <summary>Somebody's time in a room.</summary>
public sealed record RoomStayView(Guid MemberId, string Name, DateTimeOffset Since, DateTimeOffset? Until);

/// <summary>Somebody who could move in.</summary>
public sealed record RoomCandidate(Guid Id, string Name, string Number, IReadOnlyList<string> Rooms);
