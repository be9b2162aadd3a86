using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Fines;

/// <summary>A person's fines.</summary>
public sealed class FinesPersonalData(PantryDb db) : IPersonalData
{
    public int Place => 3;

    public async Task<IReadOnlyList<PersonalSection>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        new("Fines", await FinesAsync(memberId, cancellationToken)),
    ];

    private async Task<object?> FinesAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Fines.Where(fine => fine.MemberId == memberId).OrderBy(fine => fine.Date)
            .Select(fine => new
            {
                fine.Date,
                fine.Amount,
                fine.Reason,
                State = fine.State.ToString(),
                fine.SettledAt,
                fine.SettledWith
            }).ToListAsync(cancellationToken);
}
