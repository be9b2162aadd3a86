using AjsPantry.Features.Expenses;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Budgets.Changing;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Tests.Features.Dashboard;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Expenses.Reports.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Reports.Monthly;

/// <summary>A kept report is out of date when the books say something else, and for no other reason.</summary>
public sealed class PaperFollowsBooksTests(MeanwhileApp app) : IClassFixture<MeanwhileApp>
{
    private static readonly DateOnly February = ClosedMonthActs.February, LastOfFebruary = new(2026, 2, 28);

    private static string Key => February.Key();

    private async Task<bool> IsOldAsync(FloorView floor)
    {
        var admin = await app.SignInAsync(Cast.Admin);
        var list = await admin.GetAsync($"/expenses/reports?year=2026&floor={floor.Number}");
        var row = list.Document.QuerySelectorAll("li.item").Single(item => item.QuerySelector($"a[href*='month={Key}']") is not null);
        var inList = row.TextContent.Contains("Changed since", StringComparison.Ordinal);
        var page = await admin.GetAsync($"/expenses/report?month={Key}&floor={floor.Number}");
        Assert.Equal(inList, page.Text.Contains("This report is out of date.", StringComparison.Ordinal));
        var home = await app.HomeAsync(Cast.Admin);
        var chip = home.Document.QuerySelectorAll("table.floors tbody tr")
            .Single(tr => tr.QuerySelector("th")!.TextContent.EndsWith($"{floor.Number}", StringComparison.Ordinal));
        Assert.Equal(inList, chip.TextContent.Contains("Out of date", StringComparison.Ordinal));
        return inList;
    }

    private async Task<(FloorView Floor, Guid Bill)> MadeAsync()
    {
        var floor = await app.NewFloorAsync();
        var bill = await app.RecordAsync("North", floor.Number, BillActs.One(100, "P-1", date: February.AddDays(3)));
        await app.MakeReportAsync("North", floor.Number, February);
        Assert.False(await IsOldAsync(floor));
        return (floor, bill);
    }

    private Task<bool> ChangeBudgetAsync(FloorView floor, Guid id, decimal amount) => app.ActingAsync(Cast.Admin, async services =>
    {
        var version = await app.ReadAsync(
            "North", db => db.Budgets.Where(budget => budget.Id == id).Select(budget => budget.Version).SingleAsync());
        var input = ClosedMonthActs.Budget(amount, February, LastOfFebruary, version: version);
        var outcome = await services.GetRequiredService<SaveBudget>().ChangeAsync(floor.Id, id, input, CancellationToken.None);
        Assert.True(outcome!.IsDone, string.Join(' ', outcome.Messages));
        return true;
    });

    private Task<Outcome<Bill>> EditAsync(FloorView floor, Guid bill, BillDraft draft) => app.ActingAsync(Cast.Admin, async services =>
    {
        var handler = services.GetRequiredService<EditBill>();
        var found = await handler.FindAsync(floor.Id, bill, CancellationToken.None);
        return await handler.HandleAsync(found!, found!.Version, draft, true, CancellationToken.None);
    });

    /// <summary>As reports were kept before their fingerprints had a version.</summary>
    private Task AgeAsync(FloorView floor) =>
        TestServer.WriteAsync(app.Database, $"UPDATE reports SET fingerprint = sha256('of old'::bytea) WHERE floor_id = '{floor.Id}'");

    [Fact]
    public async Task A_budget_that_is_added_changed_or_taken_back_makes_it_out_of_date_everywhere()
    {
        var (floor, _) = await MadeAsync();
        await app.AllocateAsync(floor, 500, ClosedMonthActs.March, ClosedMonthActs.March.AddDays(9));
        Assert.False(await IsOldAsync(floor));
        var budget = await app.AllocateAsync(floor, 1000, February, LastOfFebruary);
        Assert.True(await IsOldAsync(floor));
        await app.MakeReportAsync("North", floor.Number, February);
        Assert.False(await IsOldAsync(floor));
        await ChangeBudgetAsync(floor, budget, 900);
        Assert.True(await IsOldAsync(floor));
        await ChangeBudgetAsync(floor, budget, 1000);
        Assert.False(await IsOldAsync(floor));
        await app.ActingAsync(Cast.Admin, services => services.GetRequiredService<WithdrawBudget.Handler>()
            .HandleAsync(floor.Id, budget, new() { Reason = "Twice" }, CancellationToken.None));
        Assert.True(await IsOldAsync(floor));
    }

    [Fact]
    public async Task What_is_saved_between_reading_and_keeping_makes_it_out_of_date_though_the_sum_is_the_same()
    {
        var floor = await app.NewFloorAsync();
        var bill = await app.RecordAsync("North", floor.Number, BillActs.One(100, "P-1", date: February.AddDays(3)));
        app.Clock.Advance(TimeSpan.FromHours(1));
        var edited = BillActs.One(100, "P-1", date: February.AddDays(3), item: "Skimmed milk");
        app.Meanwhile.Before("INSERT INTO reports", () => EditAsync(floor, bill, edited));
        await app.MakeReportAsync("North", floor.Number, February);
        Assert.True(app.Meanwhile.IsOver);
        Assert.True(await IsOldAsync(floor));
    }

    [Fact]
    public async Task Reports_kept_by_the_rule_of_old_follow_the_books_by_what_they_say()
    {
        var (floor, bill) = await MadeAsync();
        await AgeAsync(floor);
        Assert.False(await IsOldAsync(floor));
        Assert.False((await app.MakeReportAsync("North", floor.Number, February)).IsNew);
        await EditAsync(floor, bill, BillActs.One(100, "P-1", date: February.AddDays(3), item: "Skimmed milk"));
        Assert.True(await IsOldAsync(floor));
        await app.MakeReportAsync("North", floor.Number, February);
        var budget = await app.AllocateAsync(floor, 1000, February, LastOfFebruary);
        await app.MakeReportAsync("North", floor.Number, February);
        await AgeAsync(floor);
        Assert.False(await IsOldAsync(floor));
        await ChangeBudgetAsync(floor, budget, 900);
        Assert.True(await IsOldAsync(floor));
    }

    [Fact]
    public async Task The_report_of_a_closed_month_is_never_contradicted()
    {
        var (floor, _) = await MadeAsync();
        await app.AllocateAsync(floor, 1000, February, LastOfFebruary);
        await app.CloseAsync(floor, February, Cast.Admin);
        // Kept before reports told of budgets.
        await AgeAsync(floor);
        await TestServer.WriteAsync(app.Database, $"UPDATE reports SET content = content - 'Budgets' WHERE floor_id = '{floor.Id}'");
        Assert.False(await IsOldAsync(floor));
        Assert.False((await app.MakeReportAsync("North", floor.Number, February)).IsNew);
    }

    [Fact]
    public void Words_order_and_what_is_not_of_the_books_do_not_count()
    {
        var report = SampleReports.Of(Coded(0), Coded(1));
        var print = ReportPrint.Of(report);
        Assert.True(
            print.Says(
                ReportPrint.Of(
                    SampleReports.Of(Coded(1), Coded(0)) with { MadeBy = "Somebody else", Floor = "Another name", Revision = 7 })));
        Assert.True(print.Says(ReportPrint.Of(SampleReports.Of(Reworded(0), Reworded(1)))));
        Assert.False(print.Says(ReportPrint.Of(SampleReports.Of(Coded(0, "Oils"), Coded(1)))));
        Assert.False(print.Says(ReportPrint.Of(report with { SpentMonthBefore = 1 })));
        Assert.True(print.Says(ReportPrint.Read(print.Kept, () => throw new InvalidOperationException("Its content need not be read."))));
        Assert.True(ReportPrint.Read([1, 2, 3], () => SampleReports.Of(Reworded(0, "Milk and dairy"), Reworded(1, "Milk and dairy")))
            .Says(print));

        static ReportBill Coded(int at, string code = "Dairy") => With(at, line => line with { Code = code });
        static ReportBill Reworded(int at, string? words = null) =>
            With(at, line => line with { Category = words ?? "Quite other words", Code = words is null ? "Dairy" : null });
        static ReportBill With(int at, Func<ReportLine, ReportLine> change) =>
            SampleReports.Bill(at, 3) is var bill ? bill with { Lines = [.. bill.Lines.Select(change)] } : bill;
    }

    /// <summary>Whatever classes and properties are called, and however JSON is written.</summary>
    [Fact]
    public void The_fingerprint_of_the_same_books_stays_the_same_from_version_to_version()
    {
        var line = new ReportLine("Atta", 1.5m, "kg", "", 90.05m) { Code = "Grains" };
        var plain = SampleReports.Of(new ReportBill(new DateOnly(2026, 11, 3), "F1-1140", "Shree Kirana", [line], 2, 0.5m, 91.55m));
        var report = plain with { SpentMonthBefore = 10, Budgets = [new(new(2026, 11, 1), new(2026, 11, 30), 5, 100, 0, 91.55m)] };
        Assert.Equal(
            "0211bac912fdfc74bf965eb4e1303af8cd846fedb95e2d98fad2d3fb43445ad2fe032b53818356b42737284dfd99a23acc1458c5a3fc127e2a3098d9b25e970fab", Convert.ToHexStringLower(ReportPrint.Of(report).Kept));
    }

    [Fact]
    public async Task Bills_of_a_day_stand_in_the_order_of_their_letters_in_every_database()
    {
        var floor = await app.NewFloorAsync();
        foreach (var number in (string[])["b-1", "A-2", "a-1", "B-2", "10", "9"])
            await app.RecordAsync("North", floor.Number, BillActs.One(1, number, date: February));
        await app.MakeReportAsync("North", floor.Number, February);
        var content = await app.ReadAsync(
            "North", db => db.Reports.Where(report => report.FloorId == floor.Id).Select(report => report.Content).SingleAsync());
        Assert.Equal(["10", "9", "A-2", "B-2", "a-1", "b-1"], ReportJson.Read(content).Bills.Select(bill => bill.Number));
    }
}
