using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests;

/// <summary>Takes what a person asked for along to their new floor, within the unit of work of the move. The caller saves.</summary>
public sealed class MoveRequests(PantryDb db, RequestNotice news) : IMovesAlong
{
    /// <summary>
    /// What is over stays with the old floor. Those who decide on the new one hear of what still waits, and those of the old one need not
    /// look any more.
    /// </summary>
    public async Task FollowAsync(Member member, DateOnly today, CancellationToken cancellationToken)
    {
        var requests = await db.Requests
            .Where(request => request.MemberId == member.Id && request.Until >= today)
            .Where(request => request.State == RequestState.Open || request.State == RequestState.Approved)
            .ToListAsync(cancellationToken);
        foreach (var request in requests)
        {
            request.FloorId = member.FloorId!.Value;
            if (request.State != RequestState.Open)
                continue;
            await news.ClosedAsync(request, cancellationToken);
            await news.AskedAsync(request, new Asker(member.Name, member.Role), today.Year, cancellationToken);
        }
    }
}
