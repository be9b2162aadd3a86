using AjsPantry.Tests.Features.Feedback;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.People;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

/// <summary>A week is planned with one thumb, and a wish is heard.</summary>
public sealed class PlanningOnAPhoneTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_head_plans_a_week_on_a_phone()
    {
        await app.PlanAsync(new DateOnly(2026, 3, 10), "Journey poha", room: await app.NewRoomAsync("Journey room"));
        await app.PlanAsync(new DateOnly(2026, 3, 18), "Planned before");
        var liked = await app.PlanAsync(TestClock.Today.AddDays(-50), "Journey dhokla");
        foreach (var person in (Person[])[Cast.Member, Cast.TeaManager, Cast.Head])
            await app.SayAsync(liked, person, 5);
        var page = await app.OpenAsAsync(Cast.Head);
        await page.GotoAsync("/menus?week=2026-03-16");
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan the open days" }).ClickAsync();
        var tuesday = page.GetByRole(AriaRole.Group, new() { Name = "Tue 17 Mar" });
        await tuesday.GetByLabel("Main dish").FillAsync("journey POHA");
        await Expect(tuesday).ToContainTextAsync("Last served on Tue 10 Mar by Journey room.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save 1 meal" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Thu 19 Mar" }).GetByLabel("Main dish").FillAsync("Journey upma");
        // What was liked and not served for a while goes to the first day that is free.
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan it for the first open day: Journey dhokla" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Mon 16 Mar" }).GetByLabel("Main dish")).ToHaveValueAsync("Journey dhokla");
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save 3 meals" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("3 meals are planned.");
        await Expect(page.Locator("ol.week a.meal")).ToHaveTextAsync(["Journey dhokla", "Journey poha", "Planned before", "Journey upma"]);
    }

    [Fact]
    public async Task A_member_suggests_a_meal_the_head_accepts_it_and_the_member_sees_the_answer()
    {
        var member = await app.OpenAsAsync(Cast.Member);
        await member.GotoAsync("/menus");
        await member.GetByRole(AriaRole.Link, new() { Name = "Suggest a meal" }).ClickAsync();
        await member.GetByLabel("Day").FillAsync("2026-03-25");
        await member.GetByLabel("Main dish").FillAsync("Journey shakshuka");
        await Inspection.PassAsync(member);
        await member.GetByRole(AriaRole.Button, new() { Name = "Suggest it" }).ClickAsync();
        await Expect(member.GetByRole(AriaRole.Main)).ToContainTextAsync("1 suggestion waits");

        var head = await app.OpenAsAsync(Cast.Head);
        await head.GotoAsync("/menus?week=2026-03-23");
        await head.GetByRole(AriaRole.Link, new() { Name = "1 suggestion" }).ClickAsync();
        await head.GetByRole(AriaRole.Link, new() { Name = "Journey shakshuka" }).ClickAsync();
        await Inspection.PassAsync(head);
        await head.GetByRole(AriaRole.Link, new() { Name = "Put it on the menu" }).ClickAsync();
        await head.GetByRole(AriaRole.Button, new() { Name = "Plan the meal" }).ClickAsync();
        await Expect(head.Locator("ol.week")).ToContainTextAsync("Journey shakshuka");

        await member.GetByRole(AriaRole.Link, new() { Name = "Journey shakshuka" }).ClickAsync();
        await Expect(member.GetByRole(AriaRole.Main)).ToContainTextAsync("put it on the menu");
    }
}
