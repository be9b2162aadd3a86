using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Rooms;

internal static class Stays
{
    /// <summary>The person moves out of every room, as somebody who leaves the floor does. Tracks the changes; the caller saves.</summary>
    public static async Task EndStaysAsync(this PantryDb db, Guid memberId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var stay in await db.RoomStays.Where(stay => stay.MemberId == memberId && stay.Until == null).ToListAsync(cancellationToken))
            stay.Until = now;
    }
}
