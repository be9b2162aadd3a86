using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Requests;

/// <summary>One request and what became of it.</summary>
public sealed class RequestModel(RequestsQuery query, AffectedWorkQuery affected, CancelRequest handler) : RequestPage(query)
{
    public string Answer => Asked.State switch
    {
        RequestState.Open => "It waits for a decision",
        RequestState.Approved => "It is approved",
        RequestState.Declined => "It is declined",
        _ => "It was taken back",
    };

    public bool MayTakeBack => IsMine && Asked.MayBeTakenBack(Today);

    public bool MayDecide => Asked.WaitsFor(Person);

    public bool MayReopen => Asked.MayBeReopened(Person, Today);

    /// <summary>Those who decide see what is still to be given to others, also after they approved.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsMine && Person.May(Permission.DecideRequests))
            Affected = await affected.OfAsync(Floor.Id, Asked, Today, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Id, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, "");
        if (!outcome.IsDone)
            return await FindAsync(cancellationToken) ? Page() : NotFound();
        Toast = "You have taken it back.";
        return ToPage("Index");
    }
}
