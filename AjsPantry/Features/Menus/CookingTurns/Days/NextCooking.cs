using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>When a person's room cooks next.</summary>
public sealed class NextCooking(PantryDb db) : INextTurns
{
    public async Task<IReadOnlyList<NextTurn>> ReadAsync(
        Guid floorId, Guid memberId, DateOnly today, int most, CancellationToken cancellationToken)
    {
        var stays = db.PresentStays.Where(stay => stay.MemberId == memberId);
        return await db.Duties.AsNoTracking()
            .Where(duty => duty.FloorId == floorId && duty.Date >= today && stays.Any(stay => stay.RoomId == duty.RoomId))
            .OrderBy(duty => duty.Date).Take(most)
            .Select(duty => new NextTurn(duty.Date, "arrow-repeat", "Cooking", duty.Room!.Name, null, null))
            .ToListAsync(cancellationToken);
    }
}
