using System.Globalization;
using System.Text;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;
using CsvHelper;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>The report's lines for other programs: one table, plain numbers and dates, the total as its last row.</summary>
public static class ExpenseReportCsv
{
    private static readonly string[] Heads = ["Date", "Bill", "Shop", "Item", "Quantity", "Unit", "Category", "Amount"];

    /// <summary>UTF-8 with a byte order mark, without which Excel reads ₹ and names as noise.</summary>
    public static byte[] Write(ExpenseReport report)
    {
        using var file = new MemoryStream();
        using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, CsvText.Settings(report.Culture)))
        {
            WriteRow(csv, Heads);
            foreach (var row in ReportRow.Of(report)) WriteRow(csv, Cells(row, report));
            WriteRow(csv, ["", "", "", "Total", "", "", "", Number(report.Spent, report)]);
            if (report is { Budget: { } budget, Left: { } left })
            {
                WriteRow(csv, ["", "", "", "Budget", "", "", "", Number(budget, report)]);
                WriteRow(csv, ["", "", "", "Left of the budget", "", "", "", Number(left, report)]);
            }

            foreach (var each in report.Budgets ?? [])
                WriteRow(
                    csv, ["", "", "", $"Left of the budget of {ReportWords.Days(each, report)}", "", "", "", Number(each.Left, report)]);
        }

        return file.ToArray();
    }

    private static string[] Cells(ReportRow row, ExpenseReport report) =>
    [
        row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CsvText.Inert(row.Bill),
        CsvText.Inert(row.Shop),
        CsvText.Inert(row.Item),
        row.Quantity is { } quantity ? CsvText.Number(quantity, "0.###", report.Culture) : "",
        CsvText.Inert(row.Unit),
        CsvText.Inert(row.Category),
        Number(row.Amount, report),
    ];

    private static string Number(decimal amount, ExpenseReport report) => CsvText.Number(amount, "0.00", report.Culture);

    private static void WriteRow(CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.NextRecord();
    }
}
