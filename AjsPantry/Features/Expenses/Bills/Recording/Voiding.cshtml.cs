using AjsPantry.Features.Shared.Forms;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Bills.Recording;

public sealed class VoidingModel(BillQuery query, VoidBill.Handler handler) : FloorPage, IReasonForm
{
    [BindProperty]
    public VoidBill.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => BillLimits.Reason;

    public BillView Bill { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.ReadAsync(Floor.Id, id, cancellationToken) is not { } bill)
            return NotFound();
        Bill = bill;
        return bill.VoidedAt is null && (!bill.IsClosed || HttpMethods.IsPost(Request.Method))
            ? Page()
            : ToPage("/Expenses/Bills/Bill", new { id });
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await OnGetAsync(id, cancellationToken);
        if (await handler.HandleAsync(Floor.Id, id, Input.Reason!, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await OnGetAsync(id, cancellationToken);
        Toast = "The bill is voided. It stays in the list, crossed out.";
        return ToPage("/Expenses/Bills/Bill", new { id });
    }
}
