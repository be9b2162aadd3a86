using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

public sealed class AdminOnADesktopTests(JobsApp app) : IClassFixture<JobsApp>
{
    [Fact]
    public async Task An_admin_sees_the_floors_stays_on_the_chosen_one_and_runs_the_monthly_report()
    {
        await app.RecordAsync("North", 1, BillActs.One(300, "F1-1", date: new DateOnly(2026, 2, 10)));
        await app.RecordAsync("North", 2, BillActs.One(500, "F2-1", date: new DateOnly(2026, 2, 11)));
        var page = await app.OpenAsAsync(Cast.Admin, 1280);
        var inspection = await Inspection.OfAsync(page);
        await page.GotoAsync("/");

        await Expect(page.Locator(".answer")).ToHaveTextAsync("Two things need attention");
        await Expect(page.GetByRole(AriaRole.Main).GetByText("No report for February").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Floor 2" })).ToContainTextAsync("₹500.00");
        await ChooseFloorTwoAsync(page);
        await RunTheReportAsync(page);
        Assert.Empty(inspection.Complaints);
    }

    private static async Task ChooseFloorTwoAsync(IPage page)
    {
        var side = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });
        await side.GetByText("All floors").ClickAsync();
        await side.GetByRole(AriaRole.Link, new() { Name = "Floor 2" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/expenses\\?floor=2$"));
        await page.GetByRole(AriaRole.Link, new() { Name = "February 2026" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToContainTextAsync("₹500.00");
        // The floor goes along everywhere, also over pages that are about none.
        foreach (var (link,
            address) in new[] { ("Reports", "/expenses/reports?floor=2"), ("Background jobs", "/administration/jobs?floor=2"), ("Home",
                "/?floor=2"), ("Expenses", "/expenses?floor=2") })
        {
            await side.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
            await page.ArrivedAsync($"**{address}");
        }

        await Expect(side.Locator(".floor-switch summary")).ToHaveTextAsync("Floor 2");
    }

    private static async Task RunTheReportAsync(IPage page)
    {
        await page.GotoAsync("/administration/jobs");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run now: Monthly expense report" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Monthly expense report runs now.");
        // The same document from here on: the table asks for itself until the job has ended.
        await page.EvaluateAsync("window.sameDocument = true");
        await Expect(page.Locator("#jobs")).ToContainTextAsync("Done");
        await Expect(page.Locator("#jobs")).ToContainTextAsync("2 reports made");
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument"));
        await page.GotoAsync("/");
        // What waits now is that the month is closed.
        await Expect(page.Locator(".answer")).ToBeVisibleAsync();
        await Expect(page.GetByText("No report for February")).ToHaveCountAsync(0);
    }
}
