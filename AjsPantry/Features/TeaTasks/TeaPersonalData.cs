using AjsPantry.Features.Shared;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks;

/// <summary>When a person made tea.</summary>
public sealed class TeaPersonalData(PantryDb db) : IPersonalData
{
    public int Place => 6;

    public async Task<IReadOnlyList<PersonalSection>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        new("Tea", await TeaAsync(memberId, cancellationToken)),
    ];

    private async Task<object?> TeaAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.TeaDuties.Where(duty => duty.MemberId == memberId).OrderBy(duty => duty.Date)
            .Select(duty => new
            {
                duty.Date,
                Time = duty.Slot!.Name,
                State = duty.State.ToString(),
                duty.Why,
                duty.Reason,
                duty.AcceptedAt,
                duty.MarkedAt
            }).ToListAsync(cancellationToken);
}
