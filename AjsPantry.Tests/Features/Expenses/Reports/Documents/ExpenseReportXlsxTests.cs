using System.IO.Compression;
using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Monthly;
using MiniExcelLibs;

namespace AjsPantry.Tests.Features.Expenses.Reports.Documents;

public class ExpenseReportXlsxTests
{
    [Fact]
    public void The_workbook_has_figures_lines_categories_and_shops()
    {
        using var file = new MemoryStream(ExpenseReportXlsx.Write(SampleReports.Month()));
        Assert.Equal(["Report", "Lines", "Categories", "Shops"], file.GetSheetNames());
    }

    [Fact]
    public void The_first_sheet_tells_the_month_in_figures()
    {
        var report = SampleReports.Month() with { Revision = 2 };
        var rows = Rows(report, "Report").ToDictionary(row => (string)row["Figure"]!);
        Assert.Equal("Noor Residence", rows["Tenant"]["Value"]);
        Assert.Equal("Revision 2", rows["Edition"]["Value"]);
        Assert.Equal(report.Spent, Amount(rows["Spent"]));
        Assert.Equal(report.Average, Amount(rows["Average per bill"]));
        Assert.Equal("Shree Kirana", rows["Largest shop"]["Value"]);
        Assert.Equal(report.Change, Amount(rows["Change"]));
    }

    [Fact]
    public void Lines_have_real_dates_and_numbers_and_add_up()
    {
        var rows = Rows(SampleReports.Month(), "Lines");
        Assert.Equal(["Date", "Bill", "Shop", "Item", "Quantity", "Unit", "Category", "Amount"], rows[0].Keys);
        Assert.Equal(new DateTime(2026, 11, 1), rows[0]["Date"]);
        Assert.Equal(5.5, rows[2]["Quantity"]);
        Assert.Equal(SampleReports.Month().Spent, rows.Sum(Amount));
    }

    [Theory]
    [InlineData("Categories")]
    [InlineData("Shops")]
    public void Shares_add_up_to_their_total(string sheet)
    {
        var rows = Rows(SampleReports.Month(), sheet);
        Assert.Equal(SampleReports.Month().Spent, Amount(rows[^1]));
        Assert.Equal(SampleReports.Month().Spent, rows.SkipLast(1).Sum(Amount));
    }

    [Fact]
    public void Amounts_are_stored_to_the_paisa()
    {
        var report = SampleReports.Of(SampleReports.Bill(0, "Shop", [SampleReports.Line("House", 9_999_999_999_999.99m)]));
        Assert.Contains("<x:v>9999999999999.99</x:v>", Xml(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public void Names_never_become_formulas(string name)
    {
        var report = SampleReports.Of(SampleReports.Bill(0, name, [SampleReports.Line(name, 1)]));
        Assert.DoesNotContain("<x:f", Xml(report), StringComparison.Ordinal);
        Assert.Equal(name, Rows(report, "Lines")[0]["Item"]);
    }

    [Fact]
    public void A_month_without_bills_says_so()
    {
        var rows = Rows(SampleReports.Empty(), "Lines");
        Assert.Equal("No bills were recorded for November 2026.", Assert.Single(rows)["Item"].ToString()!.Replace('\u00a0', ' '));
        Assert.Equal(0, Amount(rows[0]));
    }

    internal static decimal Amount(IDictionary<string, object> row) => Math.Round(Convert.ToDecimal(row["Amount"] ?? 0, null), 2);

    internal static List<IDictionary<string, object>> Rows(ExpenseReport report, string sheet)
    {
        using var file = new MemoryStream(ExpenseReportXlsx.Write(report));
        return [.. file.Query(useHeaderRow: true, sheetName: sheet).Select(row => (IDictionary<string, object>)row)];
    }

    private static string Xml(ExpenseReport report)
    {
        using var zip = new ZipArchive(new MemoryStream(ExpenseReportXlsx.Write(report)));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet2.xml")!.Open());
        return reader.ReadToEnd();
    }
}
