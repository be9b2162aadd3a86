namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>Receipts to look at; whoever may change the bill may remove them.</summary>
public sealed record ReceiptsView(IReadOnlyList<ReceiptView> Receipts, bool MayRemove);

/// <summary>The form that adds receipts to a bill.</summary>
/// <param name="IsPrimary">Adding is what the page is for.</param>
public sealed record ReceiptFormView(Guid Bill, bool IsPrimary);
