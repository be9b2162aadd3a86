using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Duties;

public sealed class AcceptanceModel(DutyQuery query, AcceptDuty handler) : DutyPage(query)
{
    public IActionResult OnGet() => PageOrDuty(MayAccept);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Mine)
            return Forbid();
        if (await handler.HandleAsync(Floor.Id, Id, cancellationToken) is not { } outcome)
            return NotFound();
        Toast = outcome.IsDone ? $"You make tea on {Day(Duty.Date)}. You will get a reminder." : outcome.Messages[0].Text;
        return ToDuty();
    }
}
