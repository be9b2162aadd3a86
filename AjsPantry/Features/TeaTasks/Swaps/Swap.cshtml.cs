using AjsPantry.Features.TeaTasks.Duties;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Swaps;

/// <summary>Whom the person asks to take a duty over.</summary>
public sealed class AskTeaSwapModel(
    DutyQuery query, TeaTakersQuery takers, TeaSwapCourse course, TimeProvider clock) : DutyPage(query)
{
    private readonly DutyQuery _query = query;

    [BindProperty]
    public AskTeaSwap.Input Input { get; set; } = new();

    /// <summary>Who could take it, each with what they could give in return.</summary>
    public IReadOnlyList<Taker> Takers { get; private set; } = [];

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

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        var all = await _query.TakersAsync(Floor.Id, Person.Id, Today, cancellationToken);
        var last = all.SelectMany(taker => taker.Duties).Select(theirs => theirs.Date).Append(Duty.Date).Max();
        var rule = await takers.ReadAsync(Floor.Id, Today, last, cancellationToken);
        Takers =
        [
            .. all.Where(taker => rule.WhyNot(Duty.SlotId, Duty.Date, taker.Id) is null)
                .Select(taker => taker with { Duties = [.. taker.Duties.Where(theirs => MayReturn(theirs, rule))] }),
        ];
    }

    /// <summary>What is past, or on a day on which the person is away, cannot be had in return.</summary>
    private bool MayReturn(TakerDuty theirs, TeaTakers rule) =>
        theirs.Date != Duty.Date && TeaStates.IsToCome(theirs.Date, theirs.At, Tenant.Now(clock).DateTime)
            && rule.WhyNot(theirs.SlotId, theirs.Date, Person.Id) is null;
}
