using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Tests.Features.Expenses.Reports.Documents;

public class ExpenseReportPdfTests
{
    private static readonly Formats Rupees = new("en-IN", "INR");

    [Theory]
    [InlineData("Expense report, November 2026")]
    [InlineData("Noor Residence, Floor 1")]
    [InlineData("Revision 2. Made on Tue 1 Dec 2026, 06:00 by Zainab")]
    [InlineData("October 2026: ₹19,312.40")]
    [InlineData("Prepared by Zainab")]
    [InlineData("Checked by")]
    [InlineData("Approved by")]
    [InlineData("Delivery and charges 40.00")]
    [InlineData("Discount −25.50")]
    public void The_sheet_says(string text) =>
        Assert.Contains(text, PdfText.All(SampleReports.Month() with { Revision = 2 }), StringComparison.Ordinal);

    [Fact]
    public void The_figures_are_those_of_the_record()
    {
        var report = SampleReports.Month();
        var first = PdfText.Pages(report)[0];
        decimal[] figures = [report.Spent, report.Average, report.LargestShop!.Amount, report.Change!.Value];
        Assert.All(figures.Select(Rupees.Money), figure => Assert.Contains(figure, first, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_line_stands_with_its_quantity_and_amount()
    {
        var report = SampleReports.Month();
        var text = PdfText.All(SampleReports.Month());
        Assert.All(report.Bills.SelectMany(bill => bill.Lines), line =>
            Assert.Contains($"{line.Item} {line.Quantity} {line.Unit} {Rupees.Amount(line.Amount)}", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_bill_of_several_lines_has_its_total_and_one_of_a_single_line_has_not()
    {
        var text = PdfText.All(SampleReports.Month());
        Assert.Equal(14, text.Split("Bill total").Length - 1);
        Assert.Contains("Thu 5 Nov F1-1144 City Bakery Bread 4 pcs 239.45", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_totals_of_all_bills_of_categories_and_of_shops_are_what_was_spent()
    {
        var report = SampleReports.Month();
        Assert.Equal(3, PdfText.All(report).Split("Total " + Rupees.Amount(report.Spent)).Length - 1);
    }

    [Fact]
    public void Every_page_has_the_table_head_and_says_which_page_it_is()
    {
        var pages = PdfText.Pages(SampleReports.Month());
        Assert.Equal(3, pages.Count);
        Assert.All(pages.Take(2), page => Assert.Contains("Date Bill Shop Item Quantity Amount (₹)", page, StringComparison.Ordinal));
        Assert.All(pages.Index(), page => Assert.Contains($"Page {page.Index + 1} of 3", page.Item, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("Made on Tue 1 Dec 2026, 06:00", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_bill_that_goes_on_over_a_page_says_so()
    {
        var pages = PdfText.Pages(SampleReports.Of(SampleReports.Bill(0, 2), SampleReports.Bill(1, 60)));
        Assert.DoesNotContain("(continued)", pages[0], StringComparison.Ordinal);
        Assert.Contains("Mon 2 Nov F1-1141 Corner Dairy", pages[1], StringComparison.Ordinal);
        Assert.Contains("(continued)", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_without_bills_says_so_and_can_still_be_signed()
    {
        var text = PdfText.All(SampleReports.Empty());
        string[] parts = ["Noor Residence", "No bills were recorded for November 2026.", "No bills the month before", "Prepared by Zainab",
            "Page 1 of 1"];
        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_preview_says_so_on_every_page() =>
        Assert.All(PdfText.Pages(SampleReports.Month() with { Revision = 0 }),
            page => Assert.Contains("Preview. ", page, StringComparison.Ordinal));

    [Fact]
    public void A_first_report_speaks_of_no_revision() =>
        Assert.DoesNotContain("Revision", PdfText.All(SampleReports.Month()), StringComparison.Ordinal);

    [Fact]
    public void The_file_knows_its_title_author_and_time()
    {
        using var pdf = PdfText.Open(SampleReports.Month());
        Assert.Equal("Expense report, November 2026, Noor Residence, Floor 1", pdf.Information.Title?.Replace('\u00a0', ' '));
        Assert.Equal("Zainab", pdf.Information.Author);
        Assert.StartsWith("D:20261201003000", pdf.Information.CreationDate, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_report_is_the_same_file_even_when_two_are_written_at_once()
    {
        var alone = ExpenseReportPdf.Write(SampleReports.Month());
        var files = new byte[16][];
        Parallel.For(
            0, files.Length, at => files[at] = ExpenseReportPdf.Write(at % 2 == 0 ? SampleReports.Month() : SampleReports.Long(200)));
        Assert.All(files.Where((_, at) => at % 2 == 0), file => Assert.Equal(alone, file));
    }

    [Fact]
    public void A_report_of_two_thousand_lines_is_small_enough_to_mail() =>
        Assert.InRange(ExpenseReportPdf.Write(SampleReports.Long(2000)).Length, 10_000, 400_000);
}
