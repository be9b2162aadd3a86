namespace AjsPantry.Features.Expenses.Bills;

/// <summary>A bill as lists show it.</summary>
/// <param name="Items">What is on it, in short.</param>
/// <param name="VoidReason">Why the bill does not count; null when it does.</param>
public sealed record ListedBill(Guid Id, string Number, DateOnly Date, string Shop, string Items, decimal Total, string? VoidReason)
{
    public bool IsVoid => VoidReason is not null;

    /// <summary>It takes a bill of a closed month back; its total is negative.</summary>
    public bool IsReversal { get; init; }

    /// <summary>How many receipts are kept with it; null where nobody asked.</summary>
    public int? Receipts { get; init; }
}
