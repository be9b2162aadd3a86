using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

public sealed class TwoStepSignInTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task Somebody_switches_it_on_signs_in_with_a_code_and_with_a_recovery_code_and_off_again()
    {
        var person = Cast.TeaManager;
        var page = await app.OpenAsAsync(person);
        var inspection = await Inspection.OfAsync(page);
        List<string> findings = [];
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Link, new() { Name = "Two-step sign-in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Set it up" }).ClickAsync();
        await inspection.JudgeAsync("set up", findings);
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();
        await Expect(page.GetByLabel("Six digits")).ToHaveAttributeAsync("aria-invalid", "true");
        var key = (await page.Locator("code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.GetByLabel("Six digits").FillAsync(Authenticator.Code(key, app.Clock.GetUtcNow()));
        await page.GetByLabel("Current password").FillAsync(Cast.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();

        await Expect(page.Locator(".answer")).ToHaveTextAsync("Keep these recovery codes");
        await inspection.JudgeAsync("recovery codes", findings);
        var recovery = await page.Locator("code").First.InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "I have saved them" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToHaveTextAsync("Two-step sign-in is on");
        await inspection.JudgeAsync("two-step sign-in", findings);

        app.Clock.Advance(TimeSpan.FromSeconds(30));
        await SignInAgainAsync(page, person);
        await inspection.JudgeAsync("code", findings);
        await page.GetByRole(AriaRole.Textbox).FillAsync(Authenticator.Code(key, app.Clock.GetUtcNow()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("this month");

        await SignInAgainAsync(page, person);
        await page.GetByRole(AriaRole.Link, new() { Name = "Use a recovery code" }).ClickAsync();
        await inspection.JudgeAsync("recovery code", findings);
        await page.GetByRole(AriaRole.Textbox).FillAsync(recovery);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("this month");

        await page.GotoAsync("/account/two-step");
        foreach (var name in new[] { "New recovery codes", "Use another phone", "Turn off" })
        {
            await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
            await inspection.JudgeAsync(name, findings);
            if (name != "Turn off")
                await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        }

        await page.GetByLabel("Current password").FillAsync(Cast.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn off" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToHaveTextAsync("Two-step sign-in is off");
        Assert.Empty(findings.Concat(inspection.Complaints));
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_a_mistyped_password_change()
    {
        var page = await app.OpenAsAsync(Cast.OtherTenantMember);
        await page.GotoAsync("/account/password");
        await page.GetByLabel("Current password").FillAsync(Cast.Password);
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync("clove-cardamom-81");
        await page.GetByLabel("Repeat new password").FillAsync("clove-cardamon-81");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Expect(page.GetByLabel("Repeat new password")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Current password").FillAsync(Cast.Password);
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync("clove-cardamom-81");
        await page.GetByLabel("Repeat new password").FillAsync("clove-cardamom-81");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Expect(page.Locator(".toast-line")).ToContainTextAsync("Your password is changed");
    }

    private static async Task SignInAgainAsync(IPage page, Person person)
    {
        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByLabel("Member number or email").FillAsync(person.Number);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Cast.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("One more step: your code");
    }
}
