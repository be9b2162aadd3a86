using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Menus.Events;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Dashboard;

public sealed class HomeTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly February = new(2026, 2, 1);

    private async Task<WebPage> HomeAsync(Person person) => await (await app.SignInAsync(person)).GetAsync("/");

    private async Task VoidAsync(Person person, Guid bill) =>
        Assert.Equal(302,
            (await (await (await app.SignInAsync(person)).GetAsync($"/expenses/bill/{bill}/void"))
                .SubmitAsync(new() { ["Input.Reason"] = "Wrong" })).Status);

    [Fact]
    public async Task People_of_a_floor_see_what_it_spent_and_nothing_of_others()
    {
        await app.RecordAsync("South", 1, BillActs.One(1234.5m, shop: "Own shop"));
        await app.RecordAsync("South", 2, BillActs.One(777, shop: "Upstairs shop"));
        await app.RecordAsync("North", 1, BillActs.One(888, shop: "Neighbours' shop", date: TestClock.Today.AddMonths(-3)));
        var home = await HomeAsync(Cast.OtherTenantMember);
        Assert.Equal("₹1,234.50 spent this month", home.Answer);
        Assert.Contains("Own shop", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Upstairs shop", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Neighbours", home.Text, StringComparison.Ordinal);
        Assert.Null(home.Document.QuerySelector("a[href*='/expenses/record']"));
        Assert.NotNull((await HomeAsync(Cast.OtherTenantHead)).Document.QuerySelector("a[href*='/expenses/record']"));
    }

    [Fact]
    public async Task A_tenant_without_bills_is_told_what_comes_first()
    {
        Assert.Equal("No bills yet this month", (await HomeAsync(Cast.OtherFloorMember)).Answer);
        Assert.Contains("Nothing bought yet", (await HomeAsync(Cast.OtherFloorMember)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_reads_first_what_is_cooked_today_and_when_it_is_their_turn()
    {
        // 08:30, when breakfast is still to be eaten.
        app.Clock.AdjustTime(TestClock.Beginning.AddHours(-6));
        var room = await app.NewRoomAsync("Home room", 1, Cast.Member);
        await app.PlanAsync(TestClock.Today, "Home poha", side: "Home chutney", room: room);
        var floor = await app.FloorAsync("North", 1);
        await app.InTenantAsync("North", services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Add(new Duty
            {
                FloorId = floor.Id,
                Date = TestClock.Today.AddDays(1),
                RoomId = room,
                Turn = 0,
                Origin = DutyOrigin.Rota,
                Reason = "The turn of Home room, the only one in the order."
            });
            return db.SaveChangesAsync();
        });
        var home = await HomeAsync(Cast.Member);
        Assert.Equal("Home poha with Home chutney", home.Answer);
        Assert.Contains("You cook tomorrow", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("You cook", (await HomeAsync(Cast.TeaManager)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Home poha", (await HomeAsync(Cast.OtherFloorMember)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_reads_what_waits_and_everybody_which_days_are_special()
    {
        await app.AskedAsync(Cast.Member, TestClock.Today.AddDays(1), TestClock.Today.AddDays(2));
        await app.WishAsync(TestClock.Today.AddDays(3), "Home wish", Cast.Member);
        await app.AddEventAsync(TestClock.Today.AddDays(5), "Home evening");
        var home = await HomeAsync(Cast.Head);
        Assert.Contains("1 request waits for your answer", home.Text, StringComparison.Ordinal);
        Assert.Contains("1 suggested meal waits for your answer", home.Text, StringComparison.Ordinal);
        Assert.Contains("Home evening", home.Text, StringComparison.Ordinal);
        var member = await HomeAsync(Cast.Member);
        Assert.Contains("Home evening", member.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("waits for your answer", member.Text, StringComparison.Ordinal);
        foreach (var other in (Person[])[Cast.OtherFloorMember, Cast.OtherTenantMember])
            Assert.DoesNotContain("Home evening", (await HomeAsync(other)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operators_are_led_to_the_platform() =>
        Assert.Equal((302, "/platform"), ((await HomeAsync(Cast.Operator)).Status, (await HomeAsync(Cast.Operator)).Location));

    [Fact]
    public async Task The_report_of_last_month_is_asked_for_until_it_says_what_the_bills_say()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(100, "A", date: February));
        await app.RecordAsync("North", 1, BillActs.One(50, "B", date: February));
        await app.MakeReportAsync("North", 2, February);
        Assert.Contains("February is not closed", (await HomeAsync(Cast.Head)).Text, StringComparison.Ordinal);
        Assert.Contains("No report for February: Floor 1.", (await HomeAsync(Cast.Admin)).Text, StringComparison.Ordinal);

        await app.MakeReportAsync("North", 1, February);
        Assert.DoesNotContain("changed after its report", (await HomeAsync(Cast.Head)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("report", Attention(await HomeAsync(Cast.Admin)).Replace("The report is made", "", StringComparison.Ordinal),
            StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await VoidAsync(Cast.Head, bill);
        Assert.Contains("February 2026 changed after its report", (await HomeAsync(Cast.Head)).Text, StringComparison.Ordinal);
        Assert.Contains(
            "Bills or budgets changed after the report: Floor 1.", (await HomeAsync(Cast.Admin)).Text, StringComparison.Ordinal);
        await app.MakeReportAsync("North", 1, February);
        Assert.DoesNotContain("report", Attention(await HomeAsync(Cast.Admin)).Replace("The report is made", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admins_see_every_floor_of_their_own_tenant()
    {
        await app.RecordAsync("South", 2, BillActs.One(4321, "FL-2", "Their shop", TestClock.Today.AddMonths(-1)));
        var home = await HomeAsync(Cast.OtherTenantAdmin);
        var rows = home.Document.QuerySelectorAll("table.tbl tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("₹4,321.00", rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain("₹4,321.00", (await HomeAsync(Cast.Admin)).Text, StringComparison.Ordinal);
        Assert.Equal(
            ["1", "2"], home.Document.QuerySelectorAll("table.tbl th a").Select(link => link.GetAttribute("href")!.Split("floor=")[1]));
    }

    private static string Attention(WebPage page) =>
        string.Concat(page.Document.QuerySelectorAll("[aria-labelledby=needs] li").Select(row => row.TextContent));
}
