using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Features.Shared.Goods;

namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>A bill to choose from. Total = lines + charges - discount; all negative where it takes an earlier bill back.</summary>
public sealed record OfferedBill(
    Guid Id, DateOnly Date, string Number, string Shop, decimal Charges, decimal Discount, decimal Total, IReadOnlyList<OfferedLine> Lines);

public sealed record OfferedLine(Guid Id, string Item, decimal Quantity, string Unit, Category Category, decimal Amount)
{
    public ReportLine ToReport() => new(Item, Quantity, Unit, Category.Words(), Amount) { Code = Category.ToString() };
}
