using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Features.People;

/// <summary>In a real browser: somebody new gets a link and a room.</summary>
public sealed class PeopleJourneyTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    private static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    [Fact]
    public async Task An_admin_adds_somebody_on_a_phone_and_the_head_gives_them_a_room()
    {
        var admin = await app.OpenAsAsync(Cast.Admin);
        await Link(admin, "People").ClickAsync();
        await Link(admin, "Add a person").ClickAsync();
        await admin.GetByLabel("Member number").FillAsync("5001");
        await admin.GetByLabel("Name (if you know it)").FillAsync("Ruqaiya");
        await admin.GetByLabel("Floor", new() { Exact = true }).SelectOptionAsync("Floor 1");
        await Button(admin, "Add and invite").ClickAsync();
        await Assertions.Expect(admin.GetByText("Ruqaiya can join")).ToBeVisibleAsync();
        Assert.Contains("/join/", await admin.Locator("#link").InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(Button(admin, "Print it")).ToBeVisibleAsync();
        await admin.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(admin.Locator("#link")).ToBeVisibleAsync();
        await Assertions.Expect(Button(admin, "Print it")).ToBeHiddenAsync();

        var head = await app.OpenAsAsync(Cast.Head);
        await Link(head, "People").ClickAsync();
        await Link(head, "Rooms").ClickAsync();
        await Link(head, "Add a room").ClickAsync();
        await head.GetByLabel("Name").FillAsync("Room 104");
        await head.GetByLabel("Label (optional)").FillAsync("104");
        await Button(head, "Add the room").ClickAsync();
        await head.GetByLabel("Ruqaiya").CheckAsync();
        await Button(head, "Move them in").ClickAsync();
        await Assertions.Expect(head.GetByText("1 person lives here.")).ToBeVisibleAsync();
        await Assertions.Expect(head.Locator(".toast-line")).ToContainTextAsync("Ruqaiya moved in.");
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Every_page_about_people_can_be_used_by_everybody(int width, ColorScheme scheme)
    {
        var member = await app.IdAsync(Cast.Member);
        var room = await app.NewRoomAsync($"Axe {width}", 1, Cast.Member);
        var page = await app.OpenAsAsync(Cast.Admin, width, scheme);
        foreach (var address in (string[])["", "?q=nobody", "/add", .. Each($"/{member}", "", "/edit", "/role", "/move", "/deactivate", "/access", "/hand-over"), "/rooms", "/rooms/add", .. Each($"/rooms/{room}", "", "/edit", "/archive", "/move-in", "/label")])
            await CheckAsync(page, "/people" + address);
        await page.GotoAsync($"/people/{member}/access");
        await Button(page, "Make the link").ClickAsync();
        await Assertions.Expect(page.Locator("#link")).ToBeVisibleAsync();
        await ViolatesNothingAsync(page, "the link");
    }

    private static IEnumerable<string> Each(string start, params string[] ends) => ends.Select(end => start + end);

    private static async Task CheckAsync(IPage page, string address)
    {
        Assert.Equal(200, (await page.GotoAsync(address))!.Status);
        await ViolatesNothingAsync(page, address);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, $"{address} scrolls sideways.");
    }

    private static async Task ViolatesNothingAsync(IPage page, string address)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.True(result.Violations.Length == 0, $"{address}: " + string.Join("; ", result.Violations.Select(violation => $"{violation.Id} {violation.Help} {violation.Nodes[0].Html}")));
    }
}
