using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Rooms.Stays;

/// <summary>Ends somebody's time in a room. That they lived there stays known.</summary>
public sealed class MoveOut(PantryDb db, LeaveRooms leave, Scope scope)
{
    /// <param name="Left">What the room has to do though nobody lives there now, after "but it".</param>
    public sealed record Done(string Name, string? Left);

    /// <returns>Null when nobody by that id lives or lived in that room of the floor.</returns>
    public async Task<Done?> HandleAsync(Guid floorId, Guid roomId, Guid memberId, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageRooms);
        await using var turn = await db.BeginChangeOfPeopleAsync(cancellationToken);
        var stay = await db.RoomStays.Include(stay => stay.Member).Include(stay => stay.Room).OrderByDescending(stay => stay.Since)
            .FirstOrDefaultAsync(
                stay => stay.RoomId == roomId && stay.Room!.FloorId == floorId && stay.MemberId == memberId, cancellationToken);
        if (stay is null)
            return null;
        var left = stay.Until is null ? await leave.EndAsync(stay, cancellationToken) : null;
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return new Done(stay.Member!.Name, left);
    }
}
