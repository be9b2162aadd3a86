using AjsPantry.Features.Shared;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks;

/// <summary>When a person makes tea next.</summary>
public sealed class NextTea(PantryDb db) : INextTurns
{
    public async Task<IReadOnlyList<NextTurn>> ReadAsync(
        Guid floorId, Guid memberId, DateOnly today, int most, CancellationToken cancellationToken) =>
        await db.TeaDuties.AsNoTracking().Where(TeaDuty.IsLive)
            .Where(duty => duty.FloorId == floorId && duty.MemberId == memberId && duty.Date >= today)
            .Where(duty => duty.State == TeaState.Planned || duty.State == TeaState.Accepted)
            .OrderBy(duty => duty.Date).Take(most)
            .Select(duty => new NextTurn(duty.Date, "cup-hot", "Tea", duty.Slot!.Name, "/TeaTasks/Duties/Duty", duty.Id))
            .ToListAsync(cancellationToken);
}
