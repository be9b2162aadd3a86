using System.Drawing;
using AjsPantry.Features.Expenses.Reports.Monthly;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>The report as a workbook: the figures, then every line, then what each category and shop took.</summary>
public static class ExpenseReportXlsx
{
    /// <summary>One section only: MiniExcel stores an amount as text where a second one gives negative numbers their own form.</summary>
    private const string MoneyFormat = "#,##0.00";

    public static byte[] Write(ExpenseReport report)
    {
        using var file = new MemoryStream();
        var sheets = new Dictionary<string, object>
        {
            ["Report"] = ReportSheet.Of(report),
            ["Lines"] = Lines(report),
            ["Categories"] = Shares("Category", report.Categories, report),
            ["Shops"] = Shares("Shop", report.Shops, report),
        };
        if (ReceiptsList.IsFor(report)) sheets["Receipts"] = Receipts(report);
        if (report.Bills.Any(bill => bill.LeftOut is not null)) sheets["Left out"] = Rest(report);
        file.SaveAs(sheets, configuration: Layout());
        return file.ToArray();
    }

    private static List<Dictionary<string, object?>> Receipts(ExpenseReport report) =>
        [.. report.Bills
            .Select(bill =>
                new Dictionary<string,
                    object?> { ["Bill"] = bill.Number, ["Shop"] = bill.Shop, ["Receipts"] = ReportWords.Receipts(bill) })];

    private static List<Dictionary<string, object?>> Rest(ExpenseReport report) => [.. ReportRow.LeftOutOf(report).Select(Cells)];

    private static List<Dictionary<string, object?>> Lines(ExpenseReport report)
    {
        var rows = ReportRow.Of(report).Select(Cells).ToList();
        return rows.Count > 0 ? rows : [new() { ["Date"] = null, ["Item"] = ReportWords.Nothing(report), ["Amount"] = 0m }];
    }

    private static Dictionary<string, object?> Cells(ReportRow row) => new()
    {
        ["Date"] = row.Date.ToDateTime(TimeOnly.MinValue),
        ["Bill"] = row.Bill,
        ["Shop"] = row.Shop,
        ["Item"] = row.Item,
        ["Quantity"] = row.Quantity,
        ["Unit"] = row.Unit,
        ["Category"] = row.Category,
        ["Amount"] = row.Amount,
    };

    private static List<Dictionary<string, object?>> Shares(string head, IEnumerable<ReportShare> shares, ExpenseReport report) =>
        [.. shares.Append(new ReportShare("Total", report.Spent)).Select(share => new Dictionary<string, object?>
        {
            [head] = share.Name,
            ["Amount"] = share.Amount,
        })];

    /// <summary>Formats and widths go by a column's name on every sheet.</summary>
    private static OpenXmlConfiguration Layout() => new()
    {
        AutoFilter = false,
        FastMode = true,
        StyleOptions =
            new OpenXmlStyleOptions { HeaderStyle = new OpenXmlHeaderStyle { BackgroundColor = Color.FromArgb(255, 0x5b, 0x25, 0x50) } },
        DynamicColumns =
        [
            Column("Date", 18, "ddd d mmm yyyy"), Column("Bill", 14), Column("Shop", 30), Column("Item", 44), Column("Quantity", 11),
            Column("Unit", 9), Column("Category", 28), Column("Amount", 16, MoneyFormat), Column("Figure", 26), Column("Value", 44),
            Column("Receipts", 60),
        ],
    };

    private static DynamicExcelColumn Column(string name, double width, string? format = null) =>
        new(name) { Width = width, Format = format };
}
