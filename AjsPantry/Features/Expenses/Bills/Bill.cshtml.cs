using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Prices;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Bills;

public sealed class BillPageModel(BillQuery query, ReceiptQuery receipts) : FloorPage
{
    public BillView Bill { get; private set; } = null!;

    public IReadOnlyList<ReceiptView> Receipts { get; private set; } = [];

    private bool MayRecord => Person.May(Permission.RecordBills);

    public bool MayVoid => MayRecord && Bill is { VoidedAt: null, IsClosed: false, ReversedBy: null };

    /// <summary>What takes another bill back stays as it is; it can be voided.</summary>
    public bool MayChange => MayVoid && Bill.Reverses is null;

    public bool MayReverse => MayRecord && Bill.MayBeReversed;

    /// <summary>The bill behind it was wrong, so there may be a right one.</summary>
    public bool MayRecordRight => MayRecord && Bill is { Reverses: not null, VoidedAt: null };

    /// <summary>In a closed month too: a receipt changes no figure.</summary>
    public bool MayAddReceipts => MayRecord && Bill.VoidedAt is null && Receipts.Count < ReceiptLimits.PerBill;

    public bool MayRemoveReceipts => MayRecord && Bill is { VoidedAt: null, IsClosed: false };

    /// <summary>As the bill prints it, 12.50; else worked out, 12.50/kg.</summary>
    public string PriceOf(BillDraftLine line) =>
        line.UnitPrice is { } printed ? Formats.Amount(printed) : PriceEach.Words(line.Quantity, line.Unit, line.Amount, Formats);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.ReadAsync(Floor.Id, id, cancellationToken) is not { } bill)
            return NotFound();
        Bill = bill;
        Receipts = await receipts.OfBillAsync(Floor.Id, id, cancellationToken);
        return Page();
    }
}
