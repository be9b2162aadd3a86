using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests.Cards;

/// <summary>Requests that only an admin can decide.</summary>
public sealed class FloorRequestsCard(PantryDb db) : IFloorsCard
{
    private List<WaitingRequests> _waiting = [];

    public async Task ReadAsync(FloorsHome home, CancellationToken cancellationToken)
    {
        _waiting = await home.Cache.ReadAsync(("requests of floors", home.Today), async () =>
            await db.Requests.Where(Request.Waits(home.Today))
                .Select(request => new WaitingRequests(request.FloorId, request.Member!.Role == Role.PantryHead)).Distinct()
                .ToListAsync(cancellationToken));
    }

    public IEnumerable<ToDo> ToDos(FloorsHome home)
    {
        var ofHeads = FloorsToDo.Of(home.Rows.Where(row => Has(row, isHeads: true)), ToDoOrder.RequestsOfHeads, "person-dash",
            "The pantry head of {0} has a request", "The pantry heads of {0} have requests", "Only an admin can decide it.",
            "/Requests/Index", "Decide");
        // Where there is a head, the head decides.
        var others = FloorsToDo.Of(home.Rows.Where(row => row.Head is null && Has(row, isHeads: false)), ToDoOrder.RequestsWithoutHead,
            "person-dash", "Requests of {0} wait", "Requests of {0} wait", "There is no pantry head to decide them.", "/Requests/Index",
            "Decide");
        return new[] { ofHeads, others }.OfType<ToDo>();
    }

    private bool Has(FloorHomeRow row, bool isHeads) => _waiting.Contains(new(row.Floor.Id, isHeads));

    private sealed record WaitingRequests(Guid FloorId, bool IsHeads);
}
