namespace AjsPantry.Features.Expenses.Bills;

/// <summary>A bill as one row of a list, with its day and total as the tenant writes them.</summary>
public sealed record BillRow(ListedBill Bill, string Day, string Total)
{
    /// <summary>One of those that a phone shows only when asked.</summary>
    public bool IsLater { get; init; }

    /// <summary>How many receipts are with it; null where nobody asked, and for a bill that does not count.</summary>
    public string? ReceiptWords => Bill switch
    {
        { IsVoid: true } or { Receipts: null } or { IsReversal: true, Receipts: 0 } => null,
        { Receipts: 0 } => "no receipt",
        { Receipts: 1 } => "1 receipt",
        _ => $"{Bill.Receipts} receipts",
    };
}
