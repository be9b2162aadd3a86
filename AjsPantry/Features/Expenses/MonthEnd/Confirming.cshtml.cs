using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.MonthEnd;

/// <summary>Where the button of the closing page sends; it has nothing to show of its own but why it could not be.</summary>
public sealed class ConfirmingModel(ClosingQuery query, ConfirmClosing handler) : FloorPage
{
    public ClosingView Closing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(Floor.Id, id, cancellationToken) is not { } closing)
            return NotFound();
        return ToPage("Index", new { month = closing.Month.Key() });
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Floor.Id, id, cancellationToken) is not { } outcome)
            return NotFound();
        if (outcome.IsDone)
        {
            Toast = $"{Formats.Month(outcome.Value.Month)} is confirmed.";
            return ToPage("Index", new { month = outcome.Value.Month.Key() });
        }

        outcome.ShowIn(ModelState, "");
        Closing = (await query.FindAsync(Floor.Id, id, cancellationToken))!;
        return Page();
    }
}
