using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses;

public sealed class BillPageModel(BillQuery query, ReceiptQuery receipts) : FloorPage
{
    public BillView Bill { get; private set; } = null!;

    public IReadOnlyList<ReceiptView> Receipts { get; private set; } = [];

    public bool MayChange => Person.May(Permission.RecordBills) && Bill.VoidedAt is null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.ReadAsync(Floor.Id, id, cancellationToken) is not { } bill)
            return NotFound();
        (Bill, Receipts) = (bill, await receipts.OfBillAsync(Floor.Id, id, cancellationToken));
        return Page();
    }
}
