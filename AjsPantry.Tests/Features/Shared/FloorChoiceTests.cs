using System.Net;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;

namespace AjsPantry.Tests.Features.Shared;

/// <summary>What the pages of a floor answer to people of other floors and tenants, and to addresses that lead nowhere.</summary>
public sealed class FloorChoiceTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly string[] Lists = ["/expenses", "/expenses/record", "/expenses/reports", "/expenses/report"];
    private static readonly string[] OfBill = ["/expenses/bill/{0}", "/expenses/bill/{0}/edit", "/expenses/bill/{0}/void"];
    private static readonly string[] OfReport = ["/expenses/report/{0}/pdf", "/expenses/report/{0}/xlsx", "/expenses/report/{0}/csv"];

    private async Task<int> StatusAsync(Person person, string address) => (await (await app.SignInAsync(person)).GetAsync(address)).Status;

    /// <summary>The addresses of a bill and of a report of the floor.</summary>
    private async Task<string[]> ThingsAsync(string tenant, int floor)
    {
        var bill = await app.RecordAsync(tenant, floor, BillActs.One(10, Guid.NewGuid().ToString("N")));
        var report = await app.MakeReportAsync(tenant, floor, new DateOnly(2026, 3, 1));
        return [.. OfBill.Select(address => string.Format(null, address, bill)),
            .. OfReport.Select(address => string.Format(null, address, report.Id))];
    }

    [Fact]
    public async Task Visitors_are_led_to_the_sign_in_page_and_back()
    {
        foreach (var address in (string[])["/", "/account", "/sign-out", "/administration/jobs", "/platform", "/expenses?month=2026-02",
            .. Lists, .. await ThingsAsync("North", 1)])
        {
            var answer = await app.Visit().GetAsync(address);
            Assert.Equal(302, answer.Status);
            Assert.Equal($"/sign-in?returnUrl={address}", WebUtility.UrlDecode(answer.Location), ignoreCase: true);
        }
    }

    [Fact]
    public async Task People_of_the_floor_find_what_is_theirs()
    {
        foreach (var address in (string[])["/", "/account", "/sign-out", .. Lists, .. Lists.Select(list => list + "?floor=1"),
            .. await ThingsAsync("North", 1)])
            Assert.Equal(200, await StatusAsync(Cast.Head, address));
    }

    [Fact]
    public async Task People_of_another_floor_or_tenant_find_nothing()
    {
        foreach (var address in (string[])[.. await ThingsAsync("North", 1), .. Lists.Select(list => list + "?floor=1")])
            Assert.Equal(404, await StatusAsync(Cast.OtherFloorHead, address));
        foreach (var address in await ThingsAsync("North", 1))
            Assert.Equal((404, 404), (await StatusAsync(Cast.OtherTenantHead, address), await StatusAsync(Cast.OtherTenantAdmin, address)));
    }

    [Fact]
    public async Task An_admin_finds_every_floor_by_its_number_and_only_what_is_on_it()
    {
        foreach (var address in await ThingsAsync("North", 2))
            Assert.Equal((200, 404, 404),
                (await StatusAsync(Cast.Admin, address + "?floor=2"), await StatusAsync(Cast.Admin, address),
                    await StatusAsync(Cast.Admin, address + "?floor=1")));
        foreach (var list in Lists)
            Assert.Contains("Floor 2", (await (await app.SignInAsync(Cast.Admin)).GetAsync(list + "?floor=2")).Document.Body!.TextContent,
                StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("99")]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1,2")]
    [InlineData("99999999999")]
    public async Task No_head_finds_a_floor_that_is_not_the_own_one(string floor)
    {
        foreach (var list in Lists)
            Assert.Equal(404, await StatusAsync(Cast.Head, $"{list}?floor={floor}"));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("abc")]
    [InlineData("99")]
    public async Task No_admin_finds_a_floor_that_does_not_exist(string floor)
    {
        foreach (var list in Lists)
            Assert.Equal(404, await StatusAsync(Cast.Admin, $"{list}?floor={floor}"));
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).PostAsync($"/expenses/record?floor={floor}", [])).Status);
    }

    [Fact]
    public async Task Things_that_do_not_exist_are_not_found()
    {
        foreach (var id in (string[])[Guid.CreateVersion7().ToString(), Guid.Empty.ToString(), "1", "abc"])
            foreach (var address in OfBill.Concat(OfReport).Append("/expenses/report/{0}/exe"))
                Assert.Equal(404, await StatusAsync(Cast.Head, string.Format(null, address, id)));
    }

    [Theory]
    [InlineData("/expenses?month=2026-04")]
    [InlineData("/expenses?month=2026-13")]
    [InlineData("/expenses?month=1999-12")]
    [InlineData("/expenses?month=March")]
    [InlineData("/expenses?month=2026-03-01")]
    [InlineData("/expenses/report?month=2026-04")]
    [InlineData("/expenses/report?month=9999-12")]
    [InlineData("/expenses/report?month=x")]
    [InlineData("/expenses/reports?year=2027")]
    [InlineData("/expenses/reports?year=1999")]
    [InlineData("/expenses/reports?year=abc")]
    public async Task Months_and_years_that_are_none_are_not_found(string address) =>
        Assert.Equal(404, await StatusAsync(Cast.Head, address));

    [Theory]
    [InlineData("/expenses/reports?year=2025")]
    [InlineData("/menus/plan?week=2026-03-23&weeks=2")]
    public async Task Another_floor_is_shown_at_the_same_days(string address)
    {
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"{address}&floor=1");
        Assert.Contains($"{address}&floor=2", page.Document.QuerySelectorAll(".floor-switch a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task An_admins_floor_stays_from_recording_to_the_report()
    {
        var admin = await app.SignInAsync(Cast.Admin);
        var list = await FollowAsync(
            await (await OpenAsync(admin, "/expenses/record?floor=2"))
                .SubmitAsync(BillActs.One(70, "JO-1", "Journey", new DateOnly(2026, 2, 3)).Typed()));
        var bill = await OpenAsync(admin,
            list.Document.QuerySelectorAll("li.item a.cover")
                .Single(link => link.TextContent.StartsWith("Journey", StringComparison.Ordinal)).GetAttribute("href")!);
        var edit = await OpenAsync(admin, bill.Document.QuerySelector("main a[href*='/edit']")!.GetAttribute("href")!);
        var refused = await edit.SubmitAsync(new() { ["Input.Shop"] = "" });
        AllKeepTheFloor(refused);
        bill = await FollowAsync(await refused.SubmitAsync(new() { ["Input.Shop"] = "Journeys" }));
        var voiding = await OpenAsync(admin, bill.Document.QuerySelector("main a[href*='/void']")!.GetAttribute("href")!);
        bill = await FollowAsync(await voiding.SubmitAsync(new() { ["Input.Reason"] = "Not ours" }));
        Assert.Contains("Journeys", bill.Text, StringComparison.Ordinal);
        var report = await OpenAsync(admin,
            (await OpenAsync(admin, "/expenses?month=2026-02&floor=2")).Document.QuerySelector("main a[href*='/report?']")!
                .GetAttribute("href")!);
        report = await FollowAsync(await report.SubmitAsync([]));
        AllKeepTheFloor(await OpenAsync(admin, "/expenses/reports?floor=2"));
        Assert.Equal(200, await StatusAsync(Cast.Admin, report.Document.QuerySelector("main a[href*=pdf]")!.GetAttribute("href")!));
        Assert.Equal(0,
            await app.ReadAsync(
                "North", db => Task.FromResult(db.Bills.Count(bill => bill.Shop == "Journeys" && bill.Floor!.Number != 2))));
    }

    private static async Task<WebPage> OpenAsync(Visitor visitor, string address)
    {
        Assert.Contains("floor=2", address, StringComparison.Ordinal);
        var page = await visitor.GetAsync(address);
        Assert.Equal(200, page.Status);
        AllKeepTheFloor(page);
        return page;
    }

    private static async Task<WebPage> FollowAsync(WebPage answer)
    {
        Assert.Equal(302, answer.Status);
        Assert.Contains("floor=2", answer.Location, StringComparison.Ordinal);
        var page = await answer.FollowAsync();
        AllKeepTheFloor(page);
        return page;
    }

    /// <summary>Every link, form and button of the page to something of a floor; only the switch of floors names another.</summary>
    private static void AllKeepTheFloor(WebPage page)
    {
        foreach (var (selector, attribute) in new[] { ("a", "href"), ("form", "action"), ("button[formaction]", "formaction") })
            foreach (var element in page.Document.QuerySelectorAll(selector)
                .Where(element => element.Closest(".floor-switch") is null
                    && element.GetAttribute(attribute)?.StartsWith("/expenses", StringComparison.Ordinal) == true))
                Assert.Contains("floor=2", element.GetAttribute(attribute), StringComparison.Ordinal);
    }
}
