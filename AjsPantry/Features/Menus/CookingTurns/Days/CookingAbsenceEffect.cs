using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>The cooking turns of the rooms in which somebody lives who is away.</summary>
public sealed class CookingAbsenceEffect(PantryDb db) : IAbsenceEffect
{
    public async Task<IReadOnlyList<AffectedWork>> OfAsync(
        Guid floorId, IReadOnlyCollection<Guid> memberIds, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        await db.Duties.AsNoTracking()
            .Where(duty => duty.FloorId == floorId && duty.Date >= from && duty.Date <= until)
            .Join(db.PresentStays.Where(stay => memberIds.Contains(stay.MemberId)), duty => duty.RoomId,
                stay => stay.RoomId, (duty, stay) => new { duty.Date, Room = duty.Room!.Name, stay.MemberId })
            .OrderBy(turn => turn.Date)
                .Select(turn => new AffectedWork(turn.MemberId, turn.Date, turn.Room + " cooks", "/Menus/CookingTurns/Days/Day", null))
                    .ToListAsync(cancellationToken);
}
