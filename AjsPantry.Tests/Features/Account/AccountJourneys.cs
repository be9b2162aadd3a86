using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Features.Account;

public sealed class AccountJourneys(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task An_invitation_is_accepted_on_a_phone()
    {
        var page = await app.OpenAsync();
        await page.GotoAsync((await app.InviteAsync("P1")).Path);
        await page.GetByLabel("Your name").FillAsync("Phone person");
        var password = page.GetByLabel("Password", new() { Exact = true });
        await password.FillAsync("kettle-window-cloud");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show password" }).ClickAsync();
        Assert.Equal("text", await password.GetAttributeAsync("type"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Open my account" }).ClickAsync();
        await page.ArrivedAsync("**/");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Complete your profile" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_idle_warning_is_answered_and_the_half_filled_bill_is_still_there()
    {
        await app.ChangeTenantAsync("North", tenant => tenant.SharedIdleMinutes = 5);
        var page = await app.OpenAsAsync(Cast.Head);
        await page.Clock.InstallAsync();
        await page.GotoAsync("/expenses/record");
        await page.Locator("[name='Input.Shop']").FillAsync("Half filled");
        await PassAsync(page, TimeSpan.FromSeconds(190));
        var warning = page.GetByRole(AriaRole.Dialog, new() { Name = "Are you still there?" });
        await Assertions.Expect(warning).ToBeVisibleAsync();
        var stay = page.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" });
        await Assertions.Expect(stay).ToBeFocusedAsync();
        await stay.ClickAsync();
        await Assertions.Expect(warning).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[name='Input.Shop']")).ToHaveValueAsync("Half filled");
        await PassAsync(page, TimeSpan.FromSeconds(170));
        await Assertions.Expect(warning).ToBeHiddenAsync();
        await page.ReloadAsync();
        Assert.DoesNotContain("/sign-in", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_types_is_thrown_out_and_what_was_typed_is_sent_after_signing_in_again()
    {
        await app.ChangeTenantAsync("North", tenant => tenant.SharedIdleMinutes = 5);
        var page = await app.OpenAsAsync(Cast.OtherFloorHead);
        await page.Clock.InstallAsync();
        await page.GotoAsync("/account/profile");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Slow typist");
        await PassAsync(page, TimeSpan.FromSeconds(301));
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to what I typed" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save profile" }).ClickAsync();
        await page.GetByLabel("Member number or email").FillAsync(Cast.OtherFloorHead.Number);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Cast.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send what I typed" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast-line")).ToContainTextAsync("Your profile is saved.");
        await Assertions.Expect(page.Locator(".answer")).ToHaveTextAsync("Slow typist");
    }

    [Fact]
    public async Task A_quiet_page_without_typing_leaves_the_screen()
    {
        var page = await app.OpenAsAsync(Cast.Member);
        await page.Clock.InstallAsync();
        await page.GotoAsync("/account");
        await PassAsync(page, TimeSpan.FromMinutes(16));
        await page.ArrivedAsync("**/sign-in?returnUrl=**");
        await Assertions.Expect(page.GetByText("nobody used this device for a while")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_tabs_answer_one_warning()
    {
        var first = await app.OpenAsAsync(Cast.OtherTenantTeaManager, width: 1280);
        var second = await first.Context.NewPageAsync();
        await first.Clock.InstallAsync();
        foreach (var tab in (IPage[])[first, second])
            await tab.GotoAsync("/account");
        // One clock for all tabs of a window.
        await PassAsync(first, TimeSpan.FromMinutes(14));
        var warnings = new[] { first, second }.Select(tab => tab.Locator("#idle[open]")).ToList();
        foreach (var warning in warnings)
            await Assertions.Expect(warning).ToBeVisibleAsync();
        await first.Keyboard.PressAsync("Enter");
        await Assertions.Expect(first.Locator("#idle")).ToBeHiddenAsync();
        await second.Clock.RunForAsync(2_000);
        await Assertions.Expect(second.Locator("#idle")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Pages_of_the_account_may_be_shipped()
    {
        var visitor = await app.OpenAsync();
        await CheckAsync(visitor, (await app.InviteAsync($"P2")).Path);
        await CheckAsync(visitor, "/join/none.none");
        var person = await app.OpenAsAsync(Cast.OtherTenantHead);
        await CheckAsync(person, "/account");
        await CheckAsync(person, "/account/profile");
        await person.EvaluateAsync("document.getElementById('idle').showModal()");
        await Inspection.PassAsync(person);
    }

    private static async Task CheckAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await Inspection.PassAsync(page);
    }

    /// <summary>Lets time pass for the server and for the page alike.</summary>
    private async Task PassAsync(IPage page, TimeSpan time)
    {
        app.Clock.Advance(time);
        await page.Clock.FastForwardAsync((long)time.TotalMilliseconds);
    }
}
