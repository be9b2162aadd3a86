using AjsPantry.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Duties;

public sealed class DeclineDutyModel(DutyQuery query, DeclineDuty.Handler handler) : DutyPage(query), IReasonForm
{
    [BindProperty]
    public DeclineDuty.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => TeaDuty.LongestReason;

    public IActionResult OnGet() => PageOrDuty(MayLeave);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Mine)
            return Forbid();
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        Toast = outcome.IsDone ? $"{Day(Duty.Date)} is no longer yours. Your tea manager gets a notification." : outcome.Messages[0].Text;
        return outcome.IsDone ? ToPage("/TeaTasks/Month/Index") : ToDuty();
    }
}
