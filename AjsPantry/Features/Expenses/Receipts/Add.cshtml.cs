using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>Photos and PDFs for a bill, several at once.</summary>
[TooLargeUpload(ReceiptLimits.Request)]
public sealed class AddReceiptsModel(BillQuery query, ReceiptQuery receipts, AddReceipts.Handler handler) : FloorPage
{
    [BindProperty]
    public AddReceipts.Input Input { get; set; } = new();

    public BillView Bill { get; private set; } = null!;

    public IReadOnlyList<ReceiptView> Receipts { get; private set; } = [];

    /// <summary>What came of a form of which something was refused; null before.</summary>
    public AddedReceipts? Result { get; private set; }

    public bool IsTooLarge => Request.Query.ContainsKey("toolarge");

    public string Answer =>
        Result is { Added: 0 } || IsTooLarge ? "This cannot be added" : Result is not null ? "Some files cannot be added"
            : "Add a photo or a PDF";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.ReadAsync(Floor.Id, id, cancellationToken) is not { } bill)
            return NotFound();
        Bill = bill;
        Receipts = await receipts.OfBillAsync(Floor.Id, id, cancellationToken);
        return bill.VoidedAt is null ? Page() : ToPage("/Expenses/Bills/Bill", new { id });
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && Input.All.Count == 0)
            ModelState.AddModelError("Input.Files", "Choose a photo or a PDF first.");
        if (Input.All.Count > ReceiptLimits.PerBill)
            ModelState.AddModelError(
                "Input.Files", $"A bill can have {ReceiptLimits.PerBill} receipts, and you chose {Input.All.Count}. Choose fewer.");
        if (!ModelState.IsValid)
            return await OnGetAsync(id, cancellationToken);
        Result = await handler.HandleAsync(Floor.Id, id, Input.All, cancellationToken);
        if (Result is null)
            return await OnGetAsync(id, cancellationToken);
        foreach (var problem in Result.Problems)
            ModelState.AddModelError("Input.Files", problem);
        if (Result.Problems.Count > 0)
            return await OnGetAsync(id, cancellationToken);
        Toast = Result.Words;
        return ToPage("/Expenses/Bills/Bill", new { id });
    }
}
