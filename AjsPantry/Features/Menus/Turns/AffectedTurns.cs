using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Turns;

/// <summary>The cooking turns of the rooms in which somebody lives who is away.</summary>
public sealed class AffectedTurns(PantryDb db) : IAffectedByAbsence
{
    public async Task<IReadOnlyList<AffectedWork>> OfAsync(Guid floorId, Guid memberId, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var stays = db.Set<People.RoomStay>();
        return await db.Duties.AsNoTracking()
            .Where(duty => duty.FloorId == floorId && duty.Date >= from && duty.Date <= until && stays.Any(stay => stay.RoomId == duty.RoomId && stay.MemberId == memberId && stay.Until == null))
            .OrderBy(duty => duty.Date).Select(duty => new AffectedWork(duty.Date, duty.Room!.Name + " cooks", "/Menus/Turns/Day", null)).ToListAsync(cancellationToken);
    }
}
