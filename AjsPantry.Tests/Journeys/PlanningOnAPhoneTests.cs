using AjsPantry.Tests.Features.Feedback.Ratings;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Journeys.Pages;
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
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Thu 19 Mar" })).Not.ToContainTextAsync("A new dish.");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Thu 19 Mar" })).ToContainTextAsync("A new dish.");
        // What was liked and not served for a while goes to the first day that is free.
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan it for the first open day: Journey dhokla" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Mon 16 Mar" }).GetByLabel("Main dish"))
            .ToHaveValueAsync("Journey dhokla");
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save 3 meals" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("3 meals are planned. Journey upma is added to the dishes.");
        await Expect(page.Locator("ol.week a.meal")).ToHaveTextAsync(["Journey dhokla", "Journey poha", "Planned before", "Journey upma"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_day_brings_its_room_and_tells_who_of_it_is_away(bool javaScript)
    {
        var monday = await app.NewRoomAsync("Room 11");
        var tuesday = await app.NewRoomAsync("Room 12", 1, Cast.Member);
        await app.TurnAsync(new DateOnly(2026, 3, 16), monday);
        await app.TurnAsync(new DateOnly(2026, 3, 17), tuesday);
        await app.AwayAsync(Cast.Member, new DateOnly(2026, 3, 17), new DateOnly(2026, 3, 17));
        var page = await app.OpenAsAsync(Cast.Head, javaScript: javaScript);
        await page.GotoAsync("/menus/add?day=2026-03-16");
        var cooks = page.GetByLabel("Cooks", new() { Exact = true });
        await Expect(cooks).ToHaveValueAsync(monday.ToString());
        await page.GetByLabel("Main dish").FillAsync("Journey khichdi");
        await page.GetByLabel("Day").FillAsync("2026-03-17");
        if (!javaScript)
            await page.GetByRole(AriaRole.Button, new() { Name = "Use this day’s room" }).ClickAsync();
        await Expect(cooks).ToHaveValueAsync(tuesday.ToString());
        await Expect(page.Locator("#cooks")).ToContainTextAsync($"Away that day: {Cast.Member.Name}");
        if (javaScript)
        {
            await Inspection.PassAsync(page);
            await cooks.SelectOptionAsync(monday.ToString());
            await Expect(page.Locator("#cooks")).Not.ToContainTextAsync("Away that day");
            await cooks.SelectOptionAsync(tuesday.ToString());
            await Expect(page.Locator("#cooks")).ToContainTextAsync("Away that day");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Plan the meal" }).ClickAsync();
        await Expect(page.Locator("ol.week")).ToContainTextAsync("Journey khichdi");

        await page.GotoAsync("/menus/plan");
        if (javaScript)
        {
            var row = page.GetByRole(AriaRole.Group, new() { Name = "Mon 16 Mar" });
            await row.GetByLabel("Cooks").SelectOptionAsync("");
            await Expect(row.Locator("[data-away-hint]")).ToBeHiddenAsync();
        }
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
        await member.GetByRole(AriaRole.Button, new() { Name = "Suggest the meal" }).ClickAsync();
        await Expect(member.GetByRole(AriaRole.Main)).ToContainTextAsync("1 suggestion waits for an answer");

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
