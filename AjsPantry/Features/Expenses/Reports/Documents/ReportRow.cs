using AjsPantry.Features.Expenses.Reports.Monthly;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>
/// One row of the lines table of the workbook and of the CSV. Charges and discounts are rows too, so that the amounts add up.
/// </summary>
internal sealed record ReportRow(
    DateOnly Date, string Bill, string Shop, string Item, decimal? Quantity, string Unit, string Category, decimal Amount)
{
    public static IEnumerable<ReportRow> Of(ExpenseReport report) => report.Bills.SelectMany(Of);

    /// <summary>What of the report's bills is not in it.</summary>
    public static IEnumerable<ReportRow> LeftOutOf(ExpenseReport report) => report.Bills.Where(bill => bill.LeftOut is not null)
        .SelectMany(bill =>
            Of(bill with { Lines = bill.LeftOut!.Lines, Charges = bill.LeftOut.Charges, Discount = bill.LeftOut.Discount }));

    private static IEnumerable<ReportRow> Of(ReportBill bill)
    {
        foreach (var line in bill.Lines) yield return Row(bill, line.Item, line.Quantity, line.Unit, line.Category, line.Amount);
        if (bill.Charges != 0) yield return Row(bill, ReportWords.Charges, null, "", ReportWords.Charges, bill.Charges);
        if (bill.Discount != 0) yield return Row(bill, ReportWords.Discount, null, "", ReportWords.Discount, -bill.Discount);
    }

    private static ReportRow Row(ReportBill bill, string item, decimal? quantity, string unit, string category, decimal amount) =>
        new(bill.Date, bill.Number, bill.Shop, item, quantity, unit, category, amount);
}
