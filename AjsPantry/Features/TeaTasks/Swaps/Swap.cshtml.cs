using AjsPantry.Features.TeaTasks.Duties;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Swaps;

/// <summary>Whom the person asks to take a duty over.</summary>
public sealed class AskTeaSwapModel(DutyQuery query, TeaSwapCourse course, TimeProvider clock) : DutyPage(query)
{
    private readonly DutyQuery _query = query;

    [BindProperty]
    public AskTeaSwap.Input Input { get; set; } = new();

    public IReadOnlyList<Taker> Takers { get; private set; } = [];

    /// <summary>What is past cannot be had in return.</summary>
    public bool IsToCome(TakerDuty duty) => TeaStates.IsToCome(duty.Date, duty.At, Tenant.Now(clock).DateTime);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (MayLeave && Duty.Swap is { } asked)
            return ToPage("SwapAnswer", new { asked.Id });
        await OfferAsync(cancellationToken);
        return PageOrDuty(MayLeave);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Mine)
            return Forbid();
        if (ModelState.IsValid)
        {
            if (await course.AskAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
                return NotFound();
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                Toast = "You asked. Until somebody takes over, you still make this tea.";
                return ToDuty();
            }
        }

        await OfferAsync(cancellationToken);
        return Page();
    }

    private async Task OfferAsync(CancellationToken cancellationToken) =>
        Takers = await _query.TakersAsync(Floor.Id, Person.Id, Today, cancellationToken);
}
