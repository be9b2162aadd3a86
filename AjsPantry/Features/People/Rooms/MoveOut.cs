using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Rooms;

/// <summary>Ends somebody's time in a room. That they lived there stays known.</summary>
public sealed class MoveOut(PantryDb db, TimeProvider clock)
{
    /// <returns>The person's name; null when nobody by that id lives or lived in that room of the floor.</returns>
    public async Task<string?> HandleAsync(Guid floorId, Guid roomId, Guid memberId, CancellationToken cancellationToken)
    {
        var stay = await db.RoomStays.Include(stay => stay.Member).OrderByDescending(stay => stay.Since)
            .FirstOrDefaultAsync(stay => stay.RoomId == roomId && stay.Room!.FloorId == floorId && stay.MemberId == memberId, cancellationToken);
        if (stay is null)
            return null;
        stay.Until ??= clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return stay.Member!.Name;
    }
}
