using AjsPantry.Tests.Journeys.Pages;
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
        // What is refused takes the focus, says so in the title, and leads to each wrong field.
        await Button(admin, "Add and invite").ClickAsync();
        await Assertions.Expect(admin.Locator("main .callout.bad")).ToBeFocusedAsync();
        await Assertions.Expect(admin).ToHaveTitleAsync("Error: Add a person · AJS Pantry");
        await admin.Locator("main .callout.bad").GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(admin.GetByLabel("Member number")).ToBeFocusedAsync();
        await admin.GetByLabel("Member number").FillAsync("5001");
        await admin.GetByLabel("Name (optional)").FillAsync("Ruqaiya");
        await admin.GetByLabel("Floor", new() { Exact = true }).SelectOptionAsync("Floor 1");
        await Button(admin, "Add and invite").ClickAsync();
        await Assertions.Expect(admin.GetByText("Ruqaiya can join")).ToBeVisibleAsync();
        Assert.Contains("/join/", await admin.Locator("#link").InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(Button(admin, "Print it")).ToBeVisibleAsync();
        await admin.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(admin.Locator("#link")).ToBeVisibleAsync();
        await Assertions.Expect(Button(admin, "Print it")).ToBeHiddenAsync();

        var head = await app.OpenAsAsync(Cast.Head);
        await head.GetByRole(AriaRole.Navigation, new() { Name = "Quick" }).GetByRole(AriaRole.Link, new() { Name = "More" }).ClickAsync();
        await head.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await Link(head, "Rooms").ClickAsync();
        await Link(head, "Add a room").ClickAsync();
        await head.GetByLabel("Name").FillAsync("Room 104");
        await head.GetByLabel("Label (optional)").FillAsync("104");
        await Button(head, "Add the room").ClickAsync();
        await head.GetByLabel("Ruqaiya").CheckAsync();
        await Button(head, "Move in").ClickAsync();
        await Assertions.Expect(head.GetByText("1 person lives here.")).ToBeVisibleAsync();
        await Assertions.Expect(head.Locator(".toast-line")).ToContainTextAsync("Ruqaiya moved in.");
    }

    [Fact]
    public async Task A_search_without_a_result_and_a_new_link_may_be_shipped()
    {
        var member = await app.IdAsync(Cast.Member);
        var page = await app.OpenAsAsync(Cast.Admin);
        Assert.Equal(200, (await page.GotoAsync("/people?q=nobody"))!.Status);
        await Inspection.PassAsync(page);
        await page.GotoAsync($"/people/{member}/access");
        await Button(page, "Make the link").ClickAsync();
        await Assertions.Expect(page.Locator("#link")).ToBeVisibleAsync();
        await Inspection.PassAsync(page);
    }
}
