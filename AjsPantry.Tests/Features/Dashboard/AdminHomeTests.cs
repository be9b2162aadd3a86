using AjsPantry.Features.Expenses.Cards;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Feedback.Ratings;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.Procurement;
using AjsPantry.Tests.Features.Requests;

namespace AjsPantry.Tests.Features.Dashboard;

/// <summary>Every card of the home page of somebody who has all floors.</summary>
public sealed class AdminHomeTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Today = TestClock.Today;

    private async Task PlanAsync(int floors = 2)
    {
        for (var day = 0; day < 3 * floors; day++)
            await app.PlanAsync(Today.AddDays(day / floors), $"Dish {day}", floor: 1 + (day % floors));
    }

    /// <summary>What needs a look; everything it leads to opens.</summary>
    private async Task<IReadOnlyList<string>> NeedsAsync()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var home = await visitor.GetAsync("/");
        var links = home.Document.QuerySelectorAll("section[aria-labelledby='needs'] a").Select(link => link.GetAttribute("href")!);
        foreach (var link in links)
            Assert.True((await visitor.GetAsync(link)).Status == 200, link);
        return home.Lines("needs");
    }

    [Fact]
    public async Task A_residence_without_floors_is_told_to_add_one()
    {
        await TestServer.WriteAsync(
            app.Database, $"UPDATE floors SET archived_at = '2026-03-15T09:00:00Z' WHERE tenant_id = '{Cast.TenantId("South")}'");
        var home = await app.HomeAsync(Cast.OtherTenantAdmin);
        Assert.Equal("No floors yet", home.Answer);
        Assert.Equal("Add a floor", home.Document.QuerySelector(".page-head .btn-primary")!.TextContent);
        Assert.Empty(home.Headings().Concat(home.Tiles()));
    }

    [Fact]
    public async Task Where_nothing_is_there_yet_floors_stand_with_nothing_in_them_and_no_chart_is_drawn()
    {
        var home = await app.HomeAsync(Cast.OtherTenantAdmin);
        Assert.Equal(["needs", "floors"], home.Headings());
        Assert.Equal("One thing needs attention", home.Answer);
        Assert.Equal(["Floor 1 and Floor 2 have few meals planned. Fewer than 3 of the next 7 days have a meal."], home.Lines("needs"));
        Assert.Equal(
            [
                "People on floors 6 all have joined", "Spent in March ₹0.00 no budget covers today",
                "Days planned 0 of 14 the next seven days", "Reports in – no bills in February",
            ],
            home.Tiles());
        var row = home.Document.QuerySelector("table.floors tbody tr")!;
        var cells = row.QuerySelectorAll("td").ToDictionary(cell => cell.GetAttribute("data-l")!, cell => cell.TextContent.Trim());
        Assert.Equal(("South Pantry head 1", "3", "None"), (cells["Pantry head"], cells["People"], cells["Rating"]));
        Assert.StartsWith("No bills", cells["February"], StringComparison.Ordinal);
        Assert.Equal("0 of 7 days planned", row.QuerySelector("svg.seven")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task When_nothing_needs_a_look_it_says_so()
    {
        await PlanAsync();
        var home = await app.HomeAsync(Cast.Admin);
        Assert.Equal("Nothing needs your attention", home.Answer);
        Assert.Contains("No floor had bills in February, and nobody waits for you.", home.Text, StringComparison.Ordinal);
        Assert.Equal(["floors"], home.Headings());
        Assert.Equal("Days planned 6 of 14 the next seven days", home.Tiles()[2]);
    }

    [Fact]
    public async Task The_figures_and_the_row_of_a_floor_say_what_is_there()
    {
        await PlanAsync();
        await app.InviteAsync("NEW-1");
        await app.AllocateAsync(await app.FloorAsync("North", 1), 1000, Today.AddDays(-14), Today.AddDays(16));
        await app.RecordAsync("North", 1, BillActs.One(250));
        await app.SayAsync(await app.PlanAsync(Today.AddDays(-1), "Rated"), Cast.Member, 4);
        await app.SayAsync(await app.PlanAsync(Today.AddDays(-20), "Rated before"), Cast.Member, 4);
        await app.NeedAsync("Paneer");
        await app.AnnouncedAsync("The lift stands still");
        var home = await app.HomeAsync(Cast.Admin);
        Assert.Equal(["People on floors 7 1 not joined yet", "Left on all floors ₹750.00 of ₹1,000.00"], home.Tiles().Take(2));
        var row = home.Document.QuerySelector("table.floors tbody tr")!;
        var cells = row.QuerySelectorAll("td").ToDictionary(cell => cell.GetAttribute("data-l")!, cell => cell.TextContent.Trim());
        Assert.Equal(("4", "4.0"), (cells["People"], cells["Rating"].Split(' ')[^1]));
        Assert.StartsWith("1 things to buy", cells["To buy"], StringComparison.Ordinal);
        Assert.Contains("₹750.00 left", cells["Spent in March"], StringComparison.Ordinal);
        Assert.Equal("25 percent of the budget spent", row.QuerySelector("svg.meter")!.GetAttribute("aria-label"));
        Assert.Contains("₹250.00 in March.", home.Card("trend-money"), StringComparison.Ordinal);
        Assert.Equal(
            ["₹100", "₹200"], home.Document.QuerySelectorAll("[aria-labelledby=trend-money] .axis").Select(line => line.TextContent));
        Assert.NotEqual("", home.Card("trend-stars"));
        Assert.StartsWith("Announced", home.Card("news"), StringComparison.Ordinal);
        Assert.Contains("to Floor 1,", home.Card("news"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Budgets_are_told_when_nearly_spent_and_when_more_than_spent()
    {
        await PlanAsync();
        await app.AllocateAsync(await app.FloorAsync("North", 1), 100, Today.AddDays(-14), Today.AddDays(16), alertAt: 80);
        await app.RecordAsync("North", 1, BillActs.One(90));
        Assert.StartsWith(
            "Floor 1 has spent nearly all of its budget. ₹10.00 left until Tue 31 Mar",
            Assert.Single(await NeedsAsync()),
            StringComparison.Ordinal);
        await app.RecordAsync("North", 1, BillActs.One(60, "1002"));
        Assert.StartsWith(
            "Floor 1 is over its budget. ₹50.00 over, until Tue 31 Mar", Assert.Single(await NeedsAsync()), StringComparison.Ordinal);
        await app.AllocateAsync(await app.FloorAsync("North", 2), 100, Today.AddDays(-14), Today.AddDays(16));
        await app.RecordAsync("North", 2, BillActs.One(130, "1003"));
        Assert.Equal(["Floor 1 and Floor 2 are over their budgets. ₹80.00 over in total"], await NeedsAsync());
    }

    [Fact]
    public async Task A_floor_without_a_head_is_told_and_its_requests_are_the_admins()
    {
        await PlanAsync();
        await TestServer.WriteAsync(
            app.Database, $"UPDATE members SET deactivated_at = '2026-03-15T09:00:00Z' WHERE number = '{Cast.Head.Number}'");
        await app.OpenRequestAsync();
        Assert.Equal(
            [
                "Floor 1 has no pantry head. Nobody plans meals or records bills there. Choose one",
                "Requests of Floor 1 wait. There is no pantry head to decide them. Decide",
            ],
            await NeedsAsync());
        Assert.Contains(
            "None",
            (await app.HomeAsync(Cast.Admin)).Document.QuerySelector("table.floors td .over")!.TextContent,
            StringComparison.Ordinal);
        var admin = await app.SignInAsync(Cast.Admin);
        var choose = await admin.GetAsync(
            (await app.HomeAsync(Cast.Admin)).Document.QuerySelector("section[aria-labelledby=needs] a[href^='/people/add']")!
                .GetAttribute("href")!);
        Assert.Equal((nameof(Role.PantryHead), "1"), (choose.Value("Input.Role"), choose.Value("Input.Floor")));
        // Two more taps for somebody who lives there: the person, and the button.
        var resident = await admin.GetAsync(choose.Document.QuerySelectorAll("section[aria-labelledby=here] a.cover")
            .Single(link => link.TextContent == Cast.Member.Name).GetAttribute("href")!);
        await resident.SubmitAsync([]);
        Assert.Equal(Role.PantryHead,
            await app.ReadAsync("North", db => Task.FromResult(db.Members.Single(member => member.Number == Cast.Member.Number).Role)));
    }

    [Fact]
    public async Task What_a_head_asks_and_mails_that_came_back_are_told()
    {
        await PlanAsync();
        await app.AskedAsync(Cast.Head, Today.AddDays(1), Today.AddDays(1));
        await app.TellAsync(NoticeActs.Draft(NoticeActs.Subject()), [Cast.Member]);
        await TestServer.WriteAsync(app.Database, $"""
            INSERT INTO outbox_mails (tenant_id, id, cause, address, subject, text, html, has_secret, created_at, attempts, next_try_at)
            SELECT id, gen_random_uuid(), 'back', 'a@b.example', 'S', 'T', 'H', false, '2026-03-14T09:00:00Z', {MailDrain.MostTries},
              '2026-03-15T09:00:00Z'
            FROM tenants WHERE code = 'north'
            """);
        Assert.Equal(
            [
                "1 email could not be sent. The mail server refused them for a day. See which",
                "The pantry head of Floor 1 has a request. Only an admin can decide it. Decide",
            ],
            await NeedsAsync());
    }

    [Fact]
    public async Task Last_month_is_followed_from_its_bills_to_the_confirmed_closing()
    {
        await PlanAsync();
        var floor = await app.FloorAsync("North", 1);
        await app.RecordAsync("North", 1, BillActs.One(100, date: ClosedMonthActs.February));
        Assert.Equal(["No report for February: Floor 1. There are bills. Open it"], await NeedsAsync());
        await app.MakeReportAsync("North", 1, ClosedMonthActs.February);
        Assert.Equal(["February of Floor 1 is not closed. The report is made, but bills can still change. See it"], await NeedsAsync());
        var closing = await app.CloseAsync(floor, ClosedMonthActs.February);
        Assert.Equal(
            ["February of Floor 1 waits to be confirmed. The pantry head closed it. An admin confirms it. Confirm"], await NeedsAsync());
        await app.ConfirmAsync(floor, closing);
        Assert.Empty(await NeedsAsync());
        Assert.Equal("Nothing needs your attention", (await app.HomeAsync(Cast.Admin)).Answer);
    }

    [Theory]
    [InlineData(ReportState.Missing, 0, null, "No bills")]
    [InlineData(ReportState.Missing, 1, null, "No report")]
    [InlineData(ReportState.Old, 1, null, "Out of date")]
    [InlineData(ReportState.Made, 1, null, "Report in")]
    [InlineData(ReportState.Old, 1, ClosingState.Closed, "To confirm")]
    [InlineData(ReportState.Old, 1, ClosingState.Confirmed, "Closed")]
    public void Last_month_is_one_word_in_the_row_of_a_floor(ReportState report, int bills, ClosingState? closing, string word)
    {
        var floor = new FloorView(Guid.Empty, 1, "Floor 1");
        var summary = new FloorAccountsSummary(floor, 0, 0, report) { BillsMonthBefore = bills };
        Assert.Equal(word, new FloorsAccountsRow(new FloorHomeRow(floor), summary, closing, null).LastMonth.Word);
    }
}
