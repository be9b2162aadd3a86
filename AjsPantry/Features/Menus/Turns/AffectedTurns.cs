using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Turns;

/// <summary>The cooking turns of the rooms in which somebody lives who is away.</summary>
public sealed class AffectedTurns(PantryDb db) : IAffectedByAbsence
{
    public async Task<IReadOnlyList<AffectedWork>> OfAsync(Guid floorId, IReadOnlyCollection<Guid> memberIds, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        await db.Duties.AsNoTracking()
            .Where(duty => duty.FloorId == floorId && duty.Date >= from && duty.Date <= until)
            .Join(db.Set<People.RoomStay>().Where(stay => memberIds.Contains(stay.MemberId) && stay.Until == null), duty => duty.RoomId, stay => stay.RoomId, (duty, stay) => new { duty.Date, Room = duty.Room!.Name, stay.MemberId })
            .OrderBy(turn => turn.Date).Select(turn => new AffectedWork(turn.MemberId, turn.Date, turn.Room + " cooks", "/Menus/Turns/Day", null)).ToListAsync(cancellationToken);
}
