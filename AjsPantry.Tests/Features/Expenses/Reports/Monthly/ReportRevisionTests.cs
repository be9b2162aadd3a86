using System.Security.Cryptography;
using AjsPantry.Features.Expenses;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Expenses.Reports.Monthly;

/// <summary>When a report is made anew, and when the one that is there stands.</summary>
public sealed class ReportRevisionTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly string[] Formats = ["pdf", "xlsx", "csv"];

    private static string Address(DateOnly month) => $"/expenses/report?month={month.Key()}";

    private async Task<WebPage> PageAsync(DateOnly month, Person? person = null) =>
        await (await app.SignInAsync(person ?? Cast.Head)).GetAsync(Address(month));

    private async Task<WebPage> MakeAsync(DateOnly month) => await (await (await PageAsync(month)).SubmitAsync([])).FollowAsync();

    [Fact]
    public async Task Made_twice_it_is_the_same_report()
    {
        var month = ReportActs.NextMonth();
        await app.RecordAsync("North", 1, BillActs.One(10, date: month));
        var form = await PageAsync(month);
        await form.SubmitAsync([]);
        var audit = await app.CountAuditAsync();
        var again = await (await form.SubmitAsync([])).FollowAsync();
        Assert.Equal("The report is already up to date.", again.Toast);
        Assert.Equal((1, audit), (await CountAsync(month), await app.CountAuditAsync()));
    }

    [Fact]
    public async Task Made_by_many_at_once_it_is_one_report()
    {
        var month = ReportActs.NextMonth();
        await app.RecordAsync("North", 1, BillActs.One(10, date: month));
        var form = await PageAsync(month);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SubmitAsync([])));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Equal(1, await CountAsync(month));
    }

    public static TheoryData<string> Changes =>
        ["added", "changed", "only an item changed", "voided", "moved away", "month before", "month before voided"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_makes_it_out_of_date_and_offers_a_revision_beside_it(string change)
    {
        var month = ReportActs.NextMonth();
        var bill = await app.RecordAsync("North", 1, BillActs.One(100, "A", date: month.AddDays(3)));
        await app.RecordAsync("North", 1, BillActs.One(0.01m, "B", date: month.AddDays(4)));
        var before = await app.RecordAsync("North", 1, BillActs.One(50, "C", date: month.AddDays(-1)));
        var first = await MakeAsync(month);
        var files = await Task.WhenAll(Formats.Select(format => app.FileAsync(first, format)));
        var link = first.Document.QuerySelector("main a[href*='/pdf']")!.GetAttribute("href")!;
        Assert.False(await SaysOldInListAsync(month));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync(change, month, bill, before);
        var old = await PageAsync(month);
        Assert.EndsWith("changed after its report", old.Answer, StringComparison.Ordinal);
        Assert.Contains("This report is out of date.", old.Text, StringComparison.Ordinal);
        Assert.True(await SaysOldInListAsync(month));
        Assert.Equal(ReportActs.PageLines(first), ReportActs.PageLines(old));

        var second = await (await old.SubmitAsync([])).FollowAsync();
        Assert.StartsWith("Revision 2", second.Toast, StringComparison.Ordinal);
        Assert.Contains("Revision 1, PDF", second.Text, StringComparison.Ordinal);
        Assert.False(await SaysOldInListAsync(month));
        foreach (var (format, content) in Formats.Zip(files))
        {
            var answer = await (await app.SignInAsync(Cast.Head)).GetAsync(link.Replace("/pdf", $"/{format}", StringComparison.Ordinal));
            Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"", answer.Headers.ETag!.Tag);
        }
    }

    [Fact]
    public async Task A_change_taken_back_leaves_the_report_in_order()
    {
        var month = ReportActs.NextMonth();
        var bill = await app.RecordAsync("North", 1, BillActs.One(100, "A", date: month));
        await MakeAsync(month);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await EditAsync(bill, "Input.Shop", "Elsewhere");
        Assert.True(await SaysOldInListAsync(month));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await EditAsync(bill, "Input.Shop", "Corner shop");
        await app.VoidAsync(await app.RecordAsync("North", 1, BillActs.One(7, "B", date: month)));
        Assert.DoesNotContain("out of date", (await PageAsync(month)).Text, StringComparison.Ordinal);
        Assert.False(await SaysOldInListAsync(month));
    }

    [Theory]
    [InlineData("2026-04")]
    [InlineData("9998-01")]
    [InlineData("1999-12")]
    [InlineData("soon")]
    public async Task No_report_is_made_of_a_month_that_has_not_begun(string month)
    {
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).PostAsync($"/expenses/report?month={month}")).Status);
        Assert.Equal(0, await app.ReadAsync("North", db => db.Reports.CountAsync(report => report.Month > TestClock.Today)));
    }

    private async Task ChangeAsync(string change, DateOnly month, Guid bill, Guid before)
    {
        switch (change)
        {
            case "added": await app.RecordAsync("North", 1, BillActs.One(5, "D", date: month.AddDays(9))); break;
            case "changed": await EditAsync(bill, "Input.Lines[0].Amount", "101"); break;
            case "only an item changed": await EditAsync(bill, "Input.Lines[0].Item", "Skimmed milk"); break;
            case "voided": await app.VoidAsync(bill); break;
            case "moved away": await EditAsync(bill, "Input.Date", $"{month.AddMonths(1):yyyy-MM-dd}"); break;
            case "month before": await EditAsync(before, "Input.Lines[0].Amount", "51"); break;
            default: await app.VoidAsync(before); break;
        }
    }

    private async Task EditAsync(Guid bill, string field, string value) =>
        Assert.Equal(302,
            (await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{bill}/edit"))
                .SubmitAsync(new() { [field] = value, ["Input.AnotherBill"] = "true" })).Status);

    private async Task<bool> SaysOldInListAsync(DateOnly month)
    {
        var list = await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/reports?year={month.Year}");
        var row = list.Document.QuerySelectorAll("li.item")
            .Single(item => item.QuerySelector($"a[href*='month={month.Key()}']") is not null);
        return row.TextContent.Contains("Changed since", StringComparison.Ordinal);
    }

    private Task<int> CountAsync(DateOnly month) => app.ReadAsync("North", db => db.Reports.CountAsync(report => report.Month == month));

    private static decimal Amount(IDictionary<string, object> row) => Convert.ToDecimal(row["Amount"], null);
}
