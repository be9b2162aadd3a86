using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Fines;

/// <summary>Whom a fine concerns.</summary>
internal static class FinePeople
{
    /// <summary>Whether it is the person's own, or of a room in which they live or lived when it was fined.</summary>
    public static async Task<bool> IsOwnAsync(this PantryDb db, Fine fine, Guid me, CancellationToken cancellationToken) =>
        fine.MemberId == me
        || (fine.RoomId is { } room && await db.Set<RoomStay>().AnyAsync(
            stay => stay.RoomId == room && stay.MemberId == me
                && (stay.Until == null || (stay.Since <= fine.RecordedAt && stay.Until > fine.RecordedAt)),
            cancellationToken));
}
