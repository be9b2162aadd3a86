using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests;

/// <summary>What a person asked for.</summary>
public sealed class RequestsPersonalData(PantryDb db) : IPersonalData
{
    public int Place => 5;

    public async Task<IReadOnlyList<PersonalSection>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        new("Requests", await RequestsAsync(memberId, cancellationToken)),
    ];

    private async Task<object?> RequestsAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Requests.Where(request => request.MemberId == memberId).OrderBy(request => request.CreatedAt)
            .Select(request => new
            {
                request.Kind,
                request.From,
                request.Until,
                request.Reason,
                request.State,
                request.Comment,
                request.CreatedAt,
                request.DecidedAt
            }).ToListAsync(cancellationToken);
}
