using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Duties;

/// <summary>What came of a duty: done, or missed.</summary>
public sealed class CompletionModel(DutyQuery query, MarkDuty.Handler handler) : DutyPage(query)
{
    [BindProperty]
    public MarkDuty.Input Input { get; set; } = new();

    public IActionResult OnGet() => PageOrDuty(MayMark);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Mine && !Manages)
            return Forbid();
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return Forbid();
        Toast = !outcome.IsDone ? outcome.Messages[0].Text : outcome.Value.State == TeaState.Done
            ? $"Tea of {Day(Duty.Date)} is done. Thank you." : $"Tea of {Day(Duty.Date)} is marked as missed.";
        return ToDuty();
    }
}
