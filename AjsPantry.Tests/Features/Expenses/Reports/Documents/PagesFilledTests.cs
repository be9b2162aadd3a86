using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Monthly;

namespace AjsPantry.Tests.Features.Expenses.Reports.Documents;

/// <summary>Paper is filled from top to bottom: no page but the last has room that the next thing would have fitted in.</summary>
public class PagesFilledTests
{
    private static readonly float Tallest = AjsPantry.Infrastructure.Documents.PageFlow.Tallest;

    [Theory]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(36)]
    [InlineData(40)]
    [InlineData(44)]
    [InlineData(50)]
    [InlineData(60)]
    public void No_page_before_the_last_is_left_a_third_empty(int bills)
    {
        var report = SampleReports.Of([.. Enumerable.Range(0, bills).Select(Bill)]);
        using var pdf = PdfText.Open(report);
        foreach (var page in pdf.GetPages().SkipLast(1))
        {
            // From the lowest letter above the foot to the foot.
            var lowest = page.Letters.Select(letter => letter.BoundingBox.Bottom).Where(y => y > 60).Min();
            Assert.True(lowest - 60 < Tallest / 3, $"Page {page.Number} of {pdf.NumberOfPages} ends at {lowest:0}.");
        }
        if (Environment.GetEnvironmentVariable("PAPER_OUT") is { } folder)
            File.WriteAllBytes(Path.Combine(folder, $"report-{bills}.pdf"), ExpenseReportPdf.Write(report));
    }

    private static ReportBill Bill(int at) =>
        SampleReports.Bill(at, 1 + (at % 5), at % 3 == 0 ? 40 : 0) with { Receipts = at % 2 == 0 ? ["IMG_20261103_1845.jpg"] : [] };
}
