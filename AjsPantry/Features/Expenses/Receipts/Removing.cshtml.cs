using AjsPantry.Features.Shared.Forms;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Receipts;

public sealed class RemovingModel(ReceiptQuery query, RemoveReceipt.Handler handler) : FloorPage, IReasonForm
{
    [BindProperty]
    public RemoveReceipt.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => ReceiptLimits.Reason;

    public ReceiptView Receipt { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(Floor.Id, id, cancellationToken) is not { } receipt)
            return NotFound();
        Receipt = receipt;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await OnGetAsync(id, cancellationToken);
        if (await handler.HandleAsync(Floor.Id, id, Input.Reason!, cancellationToken) is not { } outcome)
            return NotFound();
        if (!outcome.IsDone)
        {
            outcome.ShowIn(ModelState, nameof(Input));
            return await OnGetAsync(id, cancellationToken);
        }

        Toast = "The receipt is removed from the bill.";
        return ToPage("/Expenses/Bills/Bill", new { id = outcome.Value.BillId });
    }
}
