using AjsPantry.Features.TeaTasks;
using AjsPantry.Tests.Features.TeaTasks;
using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

/// <summary>Tea as people meet it. Each test has a floor of its own.</summary>
public sealed class TeaJourneyTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_tea_manager_publishes_a_month()
    {
        await app.SlotAsync("Morning", new TimeOnly(6, 45), floor: 2);
        var page = await app.OpenAsAsync(Cast.OtherFloorTeaManager, 1280);
        await page.GotoAsync("/tea/plan/make");
        await page.GetByLabel("First day").FillAsync("2026-04-01");
        await page.GetByLabel("Last day").FillAsync("2026-04-30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToHaveTextAsync("A fair April is ready");
        await Inspection.PassAsync(page);

        await page.Locator("a.cell").First.ClickAsync();
        await Expect(page.Locator(".sub")).ToContainTextAsync("since");
        await page.GetByLabel("Who makes it?").SelectOptionAsync(new SelectOptionValue { Index = 0 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToHaveTextAsync("1 tea has nobody yet");

        await page.GetByRole(AriaRole.Button, new() { Name = "Publish April" }).ClickAsync();
        await Expect(page.Locator(".toast-line")).ToContainTextAsync("April is published. 3 people get a notification.");
        await Expect(page.Locator("a.cell")).ToHaveCountAsync(30);
        await Inspection.PassAsync(page);

        // On paper nothing is to be pressed, and what is folded is open.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator("a.cell").First).ToBeVisibleAsync();
        await Expect(page.Locator(".weeknav")).ToBeHiddenAsync();
        await page.GotoAsync("/tea/fairness");
        await Expect(page.GetByText("Nobody makes tea two days in a row")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_member_swaps_a_duty_and_marks_another_done_on_a_phone()
    {
        var evening = await app.SlotAsync("Evening");
        await app.DutyAsync(TestClock.Today, Cast.Member, slot: evening);
        var tomorrows = await app.DutyAsync(TestClock.Today.AddDays(1), Cast.Member, slot: evening);
        var page = await app.OpenAsAsync(Cast.Member);
        await Expect(page.Locator(".note-door h1")).ToHaveTextAsync("You make tea today");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Quick" }).GetByRole(AriaRole.Link, new() { Name = "Tea" }).ClickAsync();
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Open my turn" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I made it" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToHaveTextAsync("You made tea");
        await Inspection.PassAsync(page);

        await page.GotoAsync($"/tea/duty/{tomorrows}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ask somebody to take over" }).ClickAsync();
        await page.GetByLabel("Ask", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = Cast.Head.Name });
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask to take over" }).ClickAsync();
        await Expect(page.Locator(".callout")).ToContainTextAsync("You asked");

        var other = await app.OpenAsAsync(Cast.Head);
        await other.GotoAsync("/tea");
        await other.GetByRole(AriaRole.Region, new() { Name = "Can you take over?" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Inspection.PassAsync(other);
        await other.GetByRole(AriaRole.Button, new() { Name = "Take it over" }).ClickAsync();
        await Expect(other.Locator(".answer")).ToHaveTextAsync("You make tea tomorrow");
        Assert.Equal(TeaState.Swapped, (await app.ReadDutyAsync(tomorrows)).State);
    }
}
