using AjsPantry.Tests.Journeys.Pages;
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
        var link = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Job engine" });
        var engine = await page.RunAndWaitForPopupAsync(() => link.ClickAsync());
        await Expect(engine.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        var apart = await Inspection.OfAsync(engine);
        await engine.GetByRole(AriaRole.Link, new() { Name = "Recurring Jobs" }).ClickAsync();
        await Expect(engine.GetByRole(AriaRole.Heading, new() { Name = "Recurring Jobs" })).ToBeVisibleAsync();
        Assert.Empty(inspection.Complaints);
        Assert.Empty(apart.Complaints);
    }
}
