using AjsPantry.Features.Requests.Absences;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Requests;

/// <summary>One request and what became of it.</summary>
public sealed class RequestModel(
    RequestsQuery query, AffectedWorkQuery affected, CancelRequest handler, ShortenAbsence.Handler shorten) : RequestPage(query)
{
    public string Answer => Asked.State switch
    {
        RequestState.Open when Asked.Waits(Today) => "Waiting for a decision",
        RequestState.Open => Asked.HasLeft ? $"{Asked.Name} has left" : "Nobody answered in time",
        RequestState.Approved => "Approved",
        RequestState.Declined => "Declined",
        _ => "Withdrawn",
    };

    public bool MayTakeBack => IsMine && Asked.MayBeTakenBack(Today);

    [BindProperty]
    public ShortenAbsence.Input Input { get; set; } = new();

    /// <summary>The absence has begun, and the person, or whoever decides, may end it earlier.</summary>
    public bool MayShorten => (IsMine || Deciders.May(Person, Asked.MemberId, Asked.Role))
        && ShortenAbsence.MayShorten(Asked.Kind, Asked.State, Asked.From, Asked.Until, Today);

    public bool MayDecide => Asked.WaitsFor(Person, Today);

    public bool MayReopen => Asked.MayBeReopened(Person, Today);

    /// <summary>Those who decide see what is still to be given to others, also after they approved.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input.Until = Today.AddDays(Asked.From < Today ? -1 : 0).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (!IsMine && Person.May(Permission.DecideRequests))
            Affected = await affected.OfAsync(Floor.Id, Asked, Today, cancellationToken);
    }

    public async Task<IActionResult> OnPostShortenAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await shorten.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return Forbid();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await FindAsync(cancellationToken) ? Page() : NotFound();
        Toast = $"The absence ends on {Day(outcome.Value.Until)}.";
        return ToPage("Request", new { Id });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // The form of this button has no fields.
        ModelState.Clear();
        if (await handler.HandleAsync(Id, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, "");
        if (!outcome.IsDone)
            return await FindAsync(cancellationToken) ? Page() : NotFound();
        Toast = "Your request is withdrawn.";
        return ToPage("Index");
    }
}
