using System.Globalization;
using System.Text;
using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Monthly;
using CsvHelper;

namespace AjsPantry.Tests.Features.Expenses.Reports.Documents;

public class ExpenseReportCsvTests
{
    [Fact]
    public void The_file_starts_with_a_byte_order_mark_and_its_heads()
    {
        var file = ExpenseReportCsv.Write(SampleReports.Month());
        Assert.Equal(Encoding.UTF8.Preamble, file.AsSpan(0, 3));
        var lines = Encoding.UTF8.GetString(file.AsSpan(3)).Split("\r\n");
        Assert.Equal("Date,Bill,Shop,Item,Quantity,Unit,Category,Amount", lines[0]);
        Assert.Equal("2026-11-01,F1-1140,Wholesale Depot,Atta,10,kg,Grains and flour,90.05", lines[1]);
    }

    [Fact]
    public void Charges_and_discounts_are_rows_and_the_last_row_is_the_total()
    {
        var rows = Rows(SampleReports.Month());
        string[] charges = ["2026-11-03", "F1-1142", "Green Basket", "Delivery and charges", "", "", "Delivery and charges", "40.00"];
        Assert.Equal(charges, rows.First(row => row[3] == "Delivery and charges"));
        Assert.Equal("-25.50", rows.First(row => row[3] == "Discount")[7]);
        Assert.Equal(["", "", "", "Total", "", "", "", "23472.55"], rows[^1]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@A1", "'@A1")]
    [InlineData("\tA1", "'\tA1")]
    [InlineData("Tea;=1+2;", "Tea;'=1+2;")]
    [InlineData("Tea\t-1", "Tea\t'-1")]
    [InlineData("Tea\r\n@A1", "Tea\r\n'@A1")]
    [InlineData("\uff1d1+2", "'\uff1d1+2")]
    [InlineData("\uff0b1", "'\uff0b1")]
    [InlineData("\uff0d1", "'\uff0d1")]
    [InlineData("\uff20A1", "'\uff20A1")]
    [InlineData("Tea; loose", "Tea; loose")]
    [InlineData("Tea, \"loose\"\r\nfresh", "Tea, \"loose\"\r\nfresh")]
    [InlineData("دكان = shop", "دكان = shop")]
    public void Names_come_back_as_they_are_but_never_as_formulas(string name, string read) =>
        Assert.Equal(read, Rows(SampleReports.Of(SampleReports.Bill(0, "Shop", [SampleReports.Line(name, 1)])))[0][3]);

    [Theory]
    [InlineData("Tea;loose")]
    [InlineData("Tea\tloose")]
    [InlineData("Tea\nloose")]
    public void A_cell_that_some_spreadsheet_would_part_is_in_quotation_marks(string name)
    {
        var report = SampleReports.Of(SampleReports.Bill(0, "Shop", [SampleReports.Line(name, 1)]));
        foreach (var culture in (string[])["en-IN", "en-DE"])
            Assert.Contains($"\"{name}\"", Encoding.UTF8.GetString(ExpenseReportCsv.Write(report with { Culture = culture })),
                StringComparison.Ordinal);
    }

    [Fact]
    public void A_residence_with_decimal_commas_has_semicolons_between_cells()
    {
        var lines = Encoding.UTF8.GetString(ExpenseReportCsv.Write(SampleReports.Month() with { Culture = "en-DE" }).AsSpan(3))
            .Split("\r\n");
        Assert.Equal("Date;Bill;Shop;Item;Quantity;Unit;Category;Amount", lines[0]);
        Assert.Equal("2026-11-01;F1-1140;Wholesale Depot;Atta;10;kg;Grains and flour;90,05", lines[1]);
        Assert.Contains(lines, line => line.EndsWith(";-25,50", StringComparison.Ordinal));
    }

    [Fact]
    public void A_month_without_bills_has_heads_and_a_total_of_nothing() =>
        Assert.Equal(["", "", "", "Total", "", "", "", "0.00"], Assert.Single(Rows(SampleReports.Empty())));

    internal static List<string[]> Rows(ExpenseReport report)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(ExpenseReportCsv.Write(report))), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        csv.Read();
        while (csv.Read()) rows.Add(csv.Parser.Record!);
        return rows;
    }
}
