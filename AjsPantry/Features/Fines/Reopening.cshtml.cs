using AjsPantry.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Fines;

/// <summary>Taking a wrong settlement back.</summary>
public sealed class ReopenFineModel(FinesQuery query, ReopenFine.Handler handler) : FinePage(query), IReasonForm
{
    [BindProperty]
    public ReopenFine.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => Fines.Fine.LongestReason;

    string IReasonForm.ReasonLabel => "What was wrong?";

    /// <summary>What is open is shown as it is.</summary>
    public IActionResult OnGet() => Fine.State == FineState.Open ? ToFine() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = "The fine is open again. They get a notification.";
        return ToFine();
    }
}
