using System.IO.Compression;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Expenses.Receipts;
using AjsPantry.Tests.Features.Expenses.Reports.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Bills;

/// <summary>Who prepared, closed and confirmed what is on paper, and which receipts belong to it.</summary>
public sealed class WhoAnswersTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly February = ClosedMonthActs.February;

    private Task<string> RunJobAsync() => app.InTenantAsync("North", async services =>
    {
        services.GetRequiredService<AjsPantry.Infrastructure.Identity.Caller>().ActAsJob("Monthly expense report");
        var job = services.GetServices<TenantJob>().OfType<MonthlyExpenseReports>().Single();
        return await job.RunAsync("2026-02", CancellationToken.None);
    });

    private async Task<ExpenseReport> KeptAsync(int floor = 1)
    {
        var view = await app.FloorAsync("North", floor);
        return ReportJson.Read(await app.ReadAsync("North", db => db.Reports
            .Where(report => report.FloorId == view.Id && report.Month == February)
            .OrderByDescending(report => report.Revision).Select(report => report.Content).FirstAsync()));
    }

    private static string Words(byte[] pdf) => PaperText.Of(pdf).Replace('\u00a0', ' ');

    private static byte[] Zipped(byte[] zip, string ending)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var file = archive.Entries.Single(entry => entry.Name.EndsWith(ending, StringComparison.Ordinal)).Open();
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    [Fact]
    public async Task What_a_job_makes_the_pantry_head_answers_for()
    {
        await app.RecordAsync("North", 1, BillActs.One(10, date: February));
        await RunJobAsync();
        var paper = PdfText.All(await KeptAsync());
        Assert.Contains($"Prepared by {Cast.Head.Name}", paper, StringComparison.Ordinal);
        Assert.Contains($"automatically, for {Cast.Head.Name}", paper, StringComparison.Ordinal);
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/expenses/report?month=2026-02");
        Assert.Contains($" automatically, for {Cast.Head.Name}.", page.Text, StringComparison.Ordinal);
        Assert.Contains($"Prepared by {Cast.Head.Name}", page.Text, StringComparison.Ordinal);
        // Who presses the button prepares it.
        await app.RecordAsync("North", 1, BillActs.One(20, "1002", date: February));
        await (await (await app.SignInAsync(Cast.Admin)).GetAsync("/expenses/report?month=2026-02&floor=1")).SubmitAsync([]);
        Assert.Contains($"Prepared by {Cast.Admin.Name}", PdfText.All(await KeptAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_head_the_name_is_left_to_be_written()
    {
        var floor = await app.NewFloorAsync();
        await app.RecordAsync("North", floor.Number, BillActs.One(10, date: February));
        await RunJobAsync();
        var paper = PdfText.All(await KeptAsync(floor.Number));
        Assert.DoesNotContain("Prepared by Monthly", paper, StringComparison.Ordinal);
        Assert.Contains("Prepared by", paper, StringComparison.Ordinal);
        Assert.Contains("Name, signature and date", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_closed_and_who_confirmed_stand_on_the_page_and_on_a_paper_of_its_own_and_the_kept_file_stays()
    {
        await app.RecordAsync("North", 1, BillActs.One(10, date: February));
        var floor = await app.FloorAsync("North", 1);
        var report = await app.MakeReportAsync("North", 1, February);
        var head = await app.SignInAsync(Cast.Head);
        async Task<byte[]> FileAsync(string format) =>
            await (await head.GetAsync($"/expenses/report/{report.Id}/{format}")).Content.ReadAsByteArrayAsync();
        var kept = await FileAsync("pdf");
        Assert.Equal(404, (await head.GetAsync($"/expenses/report/{report.Id}/closed")).Status);
        var closing = await app.CloseAsync(floor, February);
        var closedOnly = Words(await FileAsync("closed"));
        Assert.Contains($"Closed by {Cast.Head.Name} on Sun 15 Mar 2026. Not confirmed yet.", closedOnly, StringComparison.Ordinal);
        await app.ConfirmAsync(floor, closing);
        var words = $"Closed by {Cast.Head.Name} on Sun 15 Mar 2026. Confirmed by {Cast.Admin.Name} on Sun 15 Mar 2026.";
        var closed = await FileAsync("closed");
        Assert.Contains(words, Words(closed), StringComparison.Ordinal);
        var page = await head.GetAsync("/expenses/report?month=2026-02");
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Equal(closed, await FileAsync("closed"));
        Assert.Equal(kept, await FileAsync("pdf"));
        var pack = await FileAsync("pack");
        Assert.Equal(closed, Zipped(pack, "-closed.pdf"));
        Assert.Equal(kept, Zipped(pack, "2026-02.pdf"));
        await app.ReopenAsync(floor, closing);
        Assert.Equal(404, (await head.GetAsync($"/expenses/report/{report.Id}/closed")).Status);
    }

    [Fact]
    public async Task Receipts_are_listed_by_the_numbers_of_their_bills_and_so_are_bills_without_any()
    {
        var with = await app.RecordAsync("North", 1, BillActs.One(10, "R-1", date: February));
        var without = await app.RecordAsync("North", 1, BillActs.One(20, "R-2", date: February.AddDays(1)));
        await app.AddReceiptAsync(with, "till roll.jpg");
        await app.MakeReportAsync("North", 1, February);
        var report = await KeptAsync();
        var name = Assert.Single(report.Bills[0].Receipts!);
        Assert.Empty(report.Bills[1].Receipts!);
        var paper = PdfText.All(report);
        Assert.Contains($"Receipts: 1 bill has none R-1 {name} No receipt: R-2.", paper, StringComparison.Ordinal);
        Assert.Equal([name, "no receipt"], ExpenseReportXlsxTests.Rows(report, "Receipts").Select(row => row["Receipts"]));
        var head = await app.SignInAsync(Cast.Head);
        var page = await head.GetAsync("/expenses/report?month=2026-02");
        Assert.Equal(["R-1", name], page.Document.QuerySelectorAll(".receipts td").Select(cell => cell.TextContent));
        Assert.Contains("No receipt: R-2.", page.Text, StringComparison.Ordinal);
        // A receipt that comes later makes no report out of date.
        await app.AddReceiptAsync(without);
        var later = await head.GetAsync("/expenses/report?month=2026-02");
        Assert.DoesNotContain("out of date", later.Text, StringComparison.Ordinal);
    }
}
