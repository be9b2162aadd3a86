using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

public sealed class OperatorTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task The_platform_page_and_the_job_engine_open_without_a_complaint_of_the_browser()
    {
        var page = await app.OpenAsAsync(Cast.Operator, 1280);
        var inspection = await Inspection.OfAsync(page);
        await page.GotoAsync("/");
        await Expect(page.Locator(".crumb")).ToContainTextAsync("Platform");
        await page.GotoAsync("/platform/operations");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Job engine" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Recurring Jobs" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Recurring Jobs" })).ToBeVisibleAsync();
        Assert.Empty(inspection.Complaints);
    }
}
