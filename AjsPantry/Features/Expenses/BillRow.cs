namespace AjsPantry.Features.Expenses;

/// <summary>A bill as one row of a list, with its day and total as the tenant writes them.</summary>
public sealed record BillRow(ListedBill Bill, string Day, string Total);
