using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Rooms.Stays;

/// <summary>Ends somebody's time in rooms. Whoever plans the floor hears of a room that is empty then and is to cook.</summary>
public sealed class LeaveRooms(PantryDb db, IEnumerable<IRoomWork> work, TimeProvider clock)
{
    /// <summary>The person moves out of every room, as somebody who leaves the floor does. Tracks the changes; the caller saves.</summary>
    public async Task AllAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var stays = await db.PresentStays.Include(stay => stay.Room).Where(stay => stay.MemberId == memberId)
            .ToListAsync(cancellationToken);
        foreach (var stay in stays)
            await EndAsync(stay, cancellationToken);
    }

    /// <summary>Ends one stay, whose room is read with it. The caller holds the tenant's people and saves.</summary>
    /// <returns>What the room has to do though nobody lives there now, after "but it"; null when all is well.</returns>
    public async Task<string?> EndAsync(RoomStay stay, CancellationToken cancellationToken)
    {
        stay.Until = clock.GetUtcNow();
        var others = await db.PresentStays.AnyAsync(
            other => other.RoomId == stay.RoomId && other.MemberId != stay.MemberId, cancellationToken);
        if (others || stay.Room!.ArchivedAt is not null)
            return null;
        string? left = null;
        foreach (var kind in work)
            left ??= await kind.LeftEmptyAsync(stay.Room, cancellationToken);
        return left;
    }
}
