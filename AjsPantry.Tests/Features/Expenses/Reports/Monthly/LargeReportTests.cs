using System.Globalization;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Tests.Features.Expenses.Reports.Documents;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Expenses.Reports.Monthly;

/// <summary>
/// A month of a thousand lines: every way of looking at it comes to the same. How long it takes is measured by deploy/bench.
/// </summary>
public sealed class LargeReportTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task A_thousand_lines_are_shown_written_and_chosen_from()
    {
        var month = new DateOnly(2024, 5, 1);
        for (var at = 0; at < 100; at++)
            await app.RecordAsync("South", 1,
                new BillDraft($"L-{at}", month.AddDays(at % 31), $"Shop {at % 40}", at % 3, 0,
                    [.. Enumerable.Range(1, 10)
                        .Select(line => BillActs.Line($"Item {line} of a name that is not short", 1.5m, "kg", line + (at / 100m)))]));
        var head = await app.SignInAsync(Cast.OtherTenantHead);
        Assert.Equal(200, (await head.GetAsync("/expenses/report?month=2024-05")).Status);
        var made = await app.MakeReportAsync("South", 1, month);
        var page = await head.GetAsync("/expenses/report?month=2024-05");
        Assert.Equal(200, (await head.GetAsync("/expenses/reports/choose/bills?from=2024-05-01&until=2024-05-31&title=Large")).Status);
        var report = ReportJson.Read(
            await app.ReadAsync("South", db => db.Reports.Where(kept => kept.Id == made.Id).Select(kept => kept.Content).SingleAsync()));
        Assert.Equal(1000, report.Bills.Sum(bill => bill.Lines.Count));
        Assert.Equal(report.Spent, ExpenseReportXlsxTests.Rows(report, "Lines").Sum(ExpenseReportXlsxTests.Amount));
        Assert.Contains("Total " + new AjsPantry.Infrastructure.Web.Formats("en-IN", "INR").Amount(report.Spent), PdfText.All(report),
            StringComparison.Ordinal);
        var csv = ExpenseReportCsv.Write(report);
        Assert.NotEmpty(VouchersPdf.Write(report with { Vouchers = report.Bills }));
        var total = System.Text.Encoding.UTF8.GetString(csv).TrimEnd().Split(',')[^1];
        Assert.Equal(report.Spent, decimal.Parse(total, CultureInfo.InvariantCulture));
        Assert.Equal(new AjsPantry.Infrastructure.Web.Formats("en-IN", "INR").Amount(report.Spent),
            page.Document.QuerySelector("article.sheet tfoot td:last-child")!.TextContent);
    }
}
