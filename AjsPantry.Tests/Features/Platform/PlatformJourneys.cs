using AjsPantry.Tests.Journeys;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Features.Platform;

/// <summary>Operators and admins at work, in a real browser.</summary>
public sealed class PlatformJourneys(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task An_operator_adds_a_residence_and_hands_over_the_link()
    {
        var page = await app.OpenAsAsync(Cast.Operator, width: 1280);
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a residence" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the residence" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Almost there")).ToBeVisibleAsync();
        await page.Locator("#Input_Name").FillAsync("Gulshan House");
        await page.GetByLabel("Code").FillAsync("gulshan");
        await page.GetByLabel("Number of floors").FillAsync("4");
        await page.Locator("#Input_AdminName").FillAsync("First Admin");
        await page.GetByLabel("Member number").FillAsync("7001");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the residence" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Link to join")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/join/"));
        List<string> findings = [];
        await (await Inspection.OfAsync(page)).JudgeAsync("the link, shown once", findings);
        Assert.Empty(findings);
        await page.GetByRole(AriaRole.Link, new() { Name = "See the residence" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Waiting for its first admin")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_admin_changes_the_settings_on_a_phone_and_finds_it_in_the_trail()
    {
        var page = await app.OpenAsAsync(Cast.Admin, width: 390);
        await page.GetByRole(AriaRole.Link, new() { Name = "Account", Exact = true }).ClickAsync();
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await page.GetByLabel("You call a room").FillAsync("Team");
        await page.GetByLabel("Dinner").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the settings" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The settings are saved");
        await page.GotoAsync("/administration/audit?thing=Tenant&kind=Changed");
        var row = page.GetByRole(AriaRole.Row, new() { Name = "A room is called" });
        await Assertions.Expect(row).ToContainTextAsync("Room");
        await Assertions.Expect(row).ToContainTextAsync("Team");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Meals" })).ToContainTextAsync("breakfast, dinner");
    }
}
