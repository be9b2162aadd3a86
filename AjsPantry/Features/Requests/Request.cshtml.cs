using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Requests;

/// <summary>One request and what became of it.</summary>
public sealed class RequestModel(RequestsQuery query, CancelRequest handler) : RequestPage(query)
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

    public void OnGet()
    {
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
