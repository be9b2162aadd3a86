using AjsPantry.Features.Requests.Absences;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Requests;

/// <summary>Approving or declining, and what an absence would leave open.</summary>
public sealed class DecisionModel(RequestsQuery query, DecideRequest.Handler handler, AffectedWorkQuery affected) : RequestPage(query)
{
    [BindProperty]
    public DecideRequest.Input Input { get; set; } = new();

    public bool MayDecide => Asked.WaitsFor(Person, Today);

    /// <summary>What is decided, or not the person's to decide, is shown as it is.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!MayDecide)
            return ToPage("Request", new { Id });
        Affected = await affected.OfAsync(Floor.Id, Asked, Today, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
                return NotFound();
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                Toast = $"{(outcome.Value.State == RequestState.Approved ? "Approved" : "Declined")}. {Asked.Name} gets a notification.";
                return ToPage("Index");
            }

            await FindAsync(cancellationToken);
        }

        Affected = await affected.OfAsync(Floor.Id, Asked, Today, cancellationToken);
        return Page();
    }
}
