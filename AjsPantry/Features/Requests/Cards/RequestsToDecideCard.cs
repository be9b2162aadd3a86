using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests.Cards;

/// <summary>Requests that wait for whoever looks after the floor. A pantry head's own requests are an admin's to decide.</summary>
public sealed class RequestsToDecideCard(PantryDb db) : IHomeCard
{
    private const int NamesShown = 3;

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        if (!home.Person.May(Permission.DecideRequests))
            return;
        var waiting = await home.Cache.ReadAsync(("requests to decide", home.Floor.Id, home.Person.Id, home.Today), async () =>
            await WaitingAsync(home, cancellationToken));
        if (waiting.Count == 0)
            return;
        var what = $"{ToDo.Count(waiting.Count, "request")} {(waiting.Count == 1 ? "waits" : "wait")} for your answer";
        home.ToDos.Add(waiting is [var one]
            ? new(ToDoOrder.Requests, "person-dash", what,
                $"{one.Name} {one.Kind.Asks()}, {RequestWords.Range(one.From, one.Until, home.Today.Year)}", "/Requests/Decision", "Decide")
            { Id = one.Id }
            : new(ToDoOrder.Requests, "person-dash", what, $"From {Names(waiting)}", "/Requests/Index", "Decide"));
    }

    private static string Names(List<WaitingRequest> waiting)
    {
        var who = waiting.Select(one => one.Name).Distinct().ToList();
        return Formats.AllOf(who.Count > NamesShown ? [.. who.Take(NamesShown), $"{who.Count - NamesShown} more"] : who);
    }

    private Task<List<WaitingRequest>> WaitingAsync(Home home, CancellationToken cancellationToken)
    {
        var floorId = home.Floor.Id;
        var memberId = home.Person.Id;
        return db.Requests.AsNoTracking()
            .Where(request => request.FloorId == floorId && request.MemberId != memberId && request.Member!.Role != Role.PantryHead)
            .Where(Request.Waits(home.Today)).OrderBy(request => request.From)
            .Select(request => new WaitingRequest(
                request.Id, request.Member!.Name == "" ? request.Member.Number : request.Member.Name, request.Kind, request.From,
                request.Until))
            .ToListAsync(cancellationToken);
    }

    private sealed record WaitingRequest(Guid Id, string Name, RequestKind Kind, DateOnly From, DateOnly Until);
}
