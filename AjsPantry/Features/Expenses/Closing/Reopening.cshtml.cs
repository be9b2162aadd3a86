using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Closing;

public sealed class ReopeningModel(ClosingQuery query, ReopenMonth.Handler handler) : FloorPage
{
    [BindProperty]
    public ReopenMonth.Input Input { get; set; } = new();

    public ClosingView Closing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(Floor.Id, id, cancellationToken) is not { } closing)
            return NotFound();
        Closing = closing;
        return closing.State == ClosingState.Reopened ? ToPage("Index", new { month = closing.Month.Key() }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await OnGetAsync(id, cancellationToken);
        if (await handler.HandleAsync(Floor.Id, id, Input, cancellationToken) is not { } closing)
            return NotFound();
        Toast = $"{Formats.Month(closing.Month)} is open again.";
        return ToPage("Index", new { month = closing.Month.Key() });
    }
}
