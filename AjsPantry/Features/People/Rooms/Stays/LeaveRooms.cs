using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Rooms.Stays;

/// <summary>Ends somebody's time in rooms. Whoever plans the floor hears of a room that is empty then and is to cook.</summary>
public sealed class LeaveRooms(PantryDb db, EmptyRooms empty, TimeProvider clock)
{
    /// <summary>The person moves out of every room, as somebody who leaves the floor does. Tracks the changes; the caller saves.</summary>
    public async Task AllAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var stays = await db.RoomStays.Include(stay => stay.Room).Where(stay => stay.MemberId == memberId && stay.Until == null)
            .ToListAsync(cancellationToken);
        foreach (var stay in stays)
            await EndAsync(stay, cancellationToken);
    }

    /// <summary>Ends one stay, whose room is read with it. The caller holds the tenant's people and saves.</summary>
    /// <returns>The day on which the room is to cook though nobody lives there now; null when all is well.</returns>
    public async Task<DateOnly?> EndAsync(RoomStay stay, CancellationToken cancellationToken)
    {
        stay.Until = clock.GetUtcNow();
        var others = await db.RoomStays.AnyAsync(
            other => other.RoomId == stay.RoomId && other.MemberId != stay.MemberId && other.Until == null, cancellationToken);
        return others || stay.Room!.ArchivedAt is not null ? null : await empty.TellAsync(stay.Room, cancellationToken);
    }
}
