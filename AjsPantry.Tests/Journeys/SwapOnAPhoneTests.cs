using AjsPantry.Tests.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

/// <summary>Two rooms exchange their cooking days, each on a phone.</summary>
public sealed class SwapOnAPhoneTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_room_asks_the_other_says_yes_and_both_know()
    {
        await app.TakeTurnsAsync(new DateOnly(2026, 3, 16), await app.NewRoomAsync("Journey A", 1, Cast.Member),
            await app.NewRoomAsync("Journey B", 1, Cast.TeaManager));
        var member = await app.OpenAsAsync(Cast.Member);
        await member.GotoAsync("/menus/turns");
        await member.GetByRole(AriaRole.Link, new() { Name = "Mon 16 Mar" }).ClickAsync();
        await Inspection.PassAsync(member);
        await member.GetByRole(AriaRole.Link, new() { Name = "Ask for a swap" }).ClickAsync();
        await Expect(member.Locator(".answer")).ToHaveTextAsync("Who could cook on Mon 16 Mar?");
        await member.GetByLabel("Your new day").SelectOptionAsync("2026-03-17");
        await member.GetByLabel("Why").FillAsync("An exam that morning");
        await Inspection.PassAsync(member);
        await member.GetByRole(AriaRole.Button, new() { Name = "Ask for the swap" }).ClickAsync();
        await Expect(member.GetByRole(AriaRole.Status)).ToContainTextAsync("Journey B is asked.");

        var other = await app.OpenAsAsync(Cast.TeaManager);
        await other.GotoAsync("/inbox");
        await other.GetByRole(AriaRole.Button, new() { Name = "Journey A asks to swap" }).ClickAsync();
        await Expect(other.Locator(".answer")).ToHaveTextAsync("Journey A asks to swap with you");
        await Expect(other.GetByRole(AriaRole.Main)).ToContainTextAsync("An exam that morning");
        await Inspection.PassAsync(other);
        await other.GetByRole(AriaRole.Button, new() { Name = "Swap the days" }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Status)).ToContainTextAsync("The days are swapped. Both sides get a notification.");

        await member.GotoAsync("/menus/turns");
        await Expect(member.Locator(".answer")).ToHaveTextAsync("Your next turn is on Tue 17 Mar");
        await member.GotoAsync("/inbox");
        await Expect(member.GetByRole(AriaRole.Main)).ToContainTextAsync("Cooking days are swapped");
    }
}
