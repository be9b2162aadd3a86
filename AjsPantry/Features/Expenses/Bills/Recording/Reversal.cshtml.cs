using System.Globalization;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Bills.Recording;

public sealed class ReversalModel(BillQuery query, ReverseBill.Handler handler) : FloorPage
{
    [BindProperty]
    public ReverseBill.Input Input { get; set; } = new();

    public BillView Bill { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Input.Date = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await ShowAsync(id, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(id, cancellationToken);
        if (await handler.HandleAsync(Floor.Id, id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await ShowAsync(id, cancellationToken);
        Toast = $"{Formats.Money(-outcome.Value.Total)} is reversed. Record the right bill now, if there is one.";
        return ToPage("/Expenses/Bills/Bill", new { outcome.Value.Id });
    }

    /// <summary>A bill that cannot be reversed shows why on its own page.</summary>
    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.ReadAsync(Floor.Id, id, cancellationToken) is not { } bill)
            return NotFound();
        Bill = bill;
        return bill.MayBeReversed || !ModelState.IsValid ? Page() : ToPage("/Expenses/Bills/Bill", new { id });
    }
}
