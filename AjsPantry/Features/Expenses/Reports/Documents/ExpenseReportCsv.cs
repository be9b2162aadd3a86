using System.Globalization;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>The report's lines for other programs: one table, plain numbers and dates, the total as its last row.</summary>
public static class ExpenseReportCsv
{
    private static readonly CsvCell[] Heads = ["Date", "Bill", "Shop", "Item", "Quantity", "Unit", "Category", "Amount"];

    public static byte[] Write(ExpenseReport report) => CsvFile.Of(report.Culture, Rows(report));

    private static IEnumerable<CsvCell[]> Rows(ExpenseReport report)
    {
        yield return [.. Heads];
        foreach (var row in ReportRow.Of(report))
            yield return Cells(row, report);
        yield return Sum("Total", report.Spent, report);
        if (report is { Budget: { } budget, Left: { } left })
        {
            yield return Sum("Budget", budget, report);
            yield return Sum("Left of the budget", left, report);
        }

        foreach (var each in report.Budgets ?? [])
            yield return Sum($"Left of the budget of {ReportWords.Days(each, report)}", each.Left, report);
    }

    private static CsvCell[] Cells(ReportRow row, ExpenseReport report) =>
    [
        row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.Bill,
        row.Shop,
        row.Item,
        row.Quantity is { } quantity ? CsvCell.Number(quantity, "0.###", report.Culture) : "",
        row.Unit,
        row.Category,
        CsvCell.Number(row.Amount, "0.00", report.Culture),
    ];

    private static CsvCell[] Sum(string words, decimal amount, ExpenseReport report) =>
        ["", "", "", words, "", "", "", CsvCell.Number(amount, "0.00", report.Culture)];
}
