using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Menus.Events;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Journeys.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Features.Menus.Calendar;

/// <summary>A phone of 390 pixels; the tests' today is Sunday 15 March 2026, 27 Ramadaan 1447.</summary>
public sealed class CalendarJourneyTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_member_opens_the_calendar_turns_to_Hijri_opens_a_day_and_takes_it_all_along()
    {
        await app.InTenantAsync("North",
            services =>
                services.GetRequiredService<PantryDb>().Tenants
                    .ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.ShowsHijri, true)
                        .SetProperty(tenant => tenant.DayLabels, ["", "", "bread", "", "", "bread", ""])));
        await app.PlanAsync(
            new DateOnly(2026, 3, 17), "Journey poha", side: "Mint chutney", room: await app.NewRoomAsync("Journey", 1, Cast.Member));
        await app.AddEventAsync(new DateOnly(2026, 3, 17), "Journey evening", text: "Bring dates.");
        var page = await app.OpenAsAsync(Cast.Member);
        await page.GotoAsync("/more");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Calendar" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToHaveTextAsync("You cook on Tue 17 Mar");
        await Inspection.PassAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Hijri" }).ClickAsync();
        await Expect(page.Locator(".month-nav b")).ToHaveTextAsync("Ramadaan al-Moazzam 1447H");
        await page.Locator(".cell.mine").ClickAsync();
        await Expect(page.Locator("#day")).ToContainTextAsync("29 Ramadaan al-Moazzam 1447H");
        await Expect(page.Locator("#day")).ToContainTextAsync("Journey poha with Mint chutney");
        await Expect(page.Locator("#day")).ToContainTextAsync("Bring dates.");
        // The link led to the day, and the bar on top now covers a row of the month.
        await page.EvaluateAsync("scrollTo(0, 0)");
        await Inspection.PassAsync(page);
        await page.Locator("#day").GetByRole(AriaRole.Link, new() { Name = "Journey evening" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToHaveTextAsync("Journey evening");
        await Inspection.PassAsync(page);

        await page.GotoAsync("/calendar");
        await page.GetByRole(AriaRole.Link, new() { Name = "In your own calendar" }).ClickAsync();
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make my link" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy the link" })).ToBeVisibleAsync();
        await Inspection.PassAsync(page);
        var link = (await page.Locator("#link").TextContentAsync())!.Trim();
        var file = await (await page.APIRequest.GetAsync(link)).TextAsync();
        Assert.Contains("SUMMARY:You cook breakfast: Journey poha with Mint chutney", file, StringComparison.Ordinal);
    }
}
