using AjsPantry.Features.Shared;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks;

/// <summary>The tea duties of somebody who is away.</summary>
public sealed class TeaAbsenceEffect(PantryDb db) : IAbsenceEffect
{
    public async Task<IReadOnlyList<AffectedWork>> OfAsync(
        Guid floorId, IReadOnlyCollection<Guid> memberIds, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        await db.TeaDuties.AsNoTracking()
            .Where(duty => duty.FloorId == floorId && duty.MemberId != null && memberIds.Contains(duty.MemberId.Value) && duty.Date >= from
                && duty.Date <= until && (duty.State == TeaState.Planned || duty.State == TeaState.Accepted))
            .OrderBy(duty => duty.Date).ThenBy(duty => duty.Slot!.Position)
                .Select(duty =>
                    new AffectedWork(duty.MemberId!.Value, duty.Date, "Tea: " + duty.Slot!.Name, "/TeaTasks/Duties/Managing/Reassigning",
                        duty.Id)).ToListAsync(cancellationToken);
}
