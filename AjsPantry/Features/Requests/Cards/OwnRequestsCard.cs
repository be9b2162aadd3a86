using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests.Cards;

/// <summary>The person's requests that wait, and what became of those whose days are not over.</summary>
public sealed class OwnRequestsCard(PantryDb db) : IHomeCard
{
    private const int Most = 3;

    private static readonly HomeQuery<OwnRequest> Own = new((db, floorId, memberId, today) => db.Set<Request>().AsNoTracking()
        .Where(request => request.MemberId == memberId && request.State != RequestState.Cancelled && request.Until >= today)
        .OrderByDescending(request => request.CreatedAt).Take(Most)
        .Select(request => new OwnRequest(request.Id, request.Kind, request.State, request.From, request.Until)));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        foreach (var request in await Own.AskAsync(db, home, cancellationToken))
        {
            var (word, colour, icon) = request.State.Chip();
            home.Rows.Add(new(HomePlace.Asked, RowOrder.Requests, request.From, "requests", "person-dash", [request.Kind.Words()],
                [RequestWords.Range(request.From, request.Until, home.Today.Year)])
            { Page = "/Requests/Request", Id = request.Id, PageOfAll = "/Requests/Index", Chip = new(word, colour, icon) });
        }
    }

    private sealed record OwnRequest(Guid Id, RequestKind Kind, RequestState State, DateOnly From, DateOnly Until);
}
