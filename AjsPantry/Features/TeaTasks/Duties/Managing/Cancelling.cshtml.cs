using AjsPantry.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Duties.Managing;

public sealed class CancelDutyModel(DutyQuery query, CancelDuty.Handler handler) : DutyPage(query), IReasonForm
{
    [BindProperty]
    public CancelDuty.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => TeaDuty.LongestReason;

    public IActionResult OnGet() => PageOrDuty(MayMove);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        Toast = outcome.IsDone ? $"No tea on {Day(Duty.Date)}." : outcome.Messages[0].Text;
        return ToDuty();
    }
}
