using AjsPantry.Features.Shared.Forms;
using AjsPantry.Features.TeaTasks.Fairness;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Duties.Managing;

/// <summary>Who has a duty instead.</summary>
public sealed class ReassigningModel(DutyQuery query, StandingsQuery standings, ReassignDuty.Handler handler) : DutyPage(query), IReasonForm
{
    [BindProperty]
    public ReassignDuty.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => TeaDuty.LongestReason - 100;

    /// <summary>Those of the floor, the fewest turns first.</summary>
    public IReadOnlyList<(Guid Id, string Words)> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await OfferAsync(cancellationToken);
        return PageOrDuty(MayMove);
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
                Toast = $"{Day(Duty.Date)} is given to somebody else. Both get a notification.";
                return ToDuty(outcome.Value.Id);
            }
        }

        await OfferAsync(cancellationToken);
        return Page();
    }

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        var people = (await standings.ReadAsync(Floor.Id, Today, cancellationToken)).People;
        Choices = [.. people.Where(person => person.MemberId != Duty.MemberId).OrderBy(person => person.Count)
            .Select(person => (person.MemberId, $"{person.Name}, {person.CountWords}"))];
    }
}
