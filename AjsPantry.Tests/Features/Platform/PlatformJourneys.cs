using System.Text.RegularExpressions;
using AjsPantry.Tests.Features.People.Import;
using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Features.Platform;

/// <summary>Operators and admins at work, in a real browser.</summary>
public sealed class PlatformJourneys(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_residence_begins_with_its_admin_on_a_desktop_and_the_first_member_comes_in_on_a_phone()
    {
        var (join, tenant) = await AddResidenceAsync(width: 1280);
        var admin = await app.OpenAsync(width: 1280);
        await JoinAsync(admin, join, known: "First Admin", "Meera Kulkarni", home: "/account/two-step");
        await SetUpSecondStepAsync(admin);
        var card = await InviteAsync(admin, tenant, "8001");

        var member = await app.OpenAsync();
        await JoinAsync(member, card, known: "", "Ravi Deshpande");
        await member.GotoAsync("/sign-out");
        await Inspection.PassAsync(member);
        await member.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await member.ArrivedAsync("**/sign-in");
        await Inspection.PassAsync(member);
        await BrowserApp.SignInAsync(member, "8001");
        await member.GotoAsync("/account");
        await Assertions.Expect(member.Locator("main")).ToContainTextAsync("Ravi Deshpande");
        foreach (var page in (IPage[])[admin, member])
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_admin_changes_the_settings_on_a_phone_and_finds_it_in_the_trail()
    {
        var page = await app.OpenAsAsync(Cast.Admin, width: 390);
        await page.GetByRole(AriaRole.Link, new() { Name = "More", Exact = true }).ClickAsync();
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await page.GetByLabel("Your word for a room").FillAsync("Team");
        await page.GetByLabel("Dinner").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the settings" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The settings are saved");
        await page.GotoAsync("/administration/audit?thing=Tenant&kind=Changed");
        await page.Locator(".trail summary").First.ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = "Word for a room" });
        await Assertions.Expect(row).ToContainTextAsync("Room");
        await Assertions.Expect(row).ToContainTextAsync("Team");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Meals" })).ToContainTextAsync("breakfast, dinner");
    }

    /// <summary>The operator's part.</summary>
    /// <returns>The first admin's link and the id of the residence.</returns>
    private async Task<(string Join, Guid Tenant)> AddResidenceAsync(int width)
    {
        var page = await app.OpenAsAsync(Cast.Operator, width);
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Add a residence" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the residence" }).ClickAsync();
        await Assertions.Expect(page.Locator(".callout.bad")).ToBeVisibleAsync();
        await Inspection.PassAsync(page);
        await page.Locator("#Input_Name").FillAsync("Gulshan House");
        await page.GetByLabel("Code").FillAsync($"gulshan-{width}");
        await page.GetByLabel("Number of floors").FillAsync("4");
        await page.Locator("#Input_AdminName").FillAsync("First Admin");
        await page.GetByLabel("Member number").FillAsync($"7{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the residence" }).ClickAsync();
        await Assertions.Expect(page.Locator(".answer")).ToHaveTextAsync("Gulshan House is ready");
        await Inspection.PassAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy the link" })).ToBeVisibleAsync();
        var join = new Uri(await page.Locator("#link").InnerTextAsync()).AbsolutePath;
        await page.GetByRole(AriaRole.Link, new() { Name = "See the residence" }).ClickAsync();
        await Assertions.Expect(page.Locator(".answer")).ToHaveTextAsync("Waiting for its first admin");
        await Inspection.PassAsync(page);
        var tenant = Guid.Parse(new Uri(page.Url).AbsolutePath.Split('/')[^1]);
        await page.Context.CloseAsync();
        return (join, tenant);
    }

    /// <summary>Opens a link, chooses name and password, and is where people begin.</summary>
    /// <param name="known">The name that the page knows already; a number is none.</param>
    private static async Task JoinAsync(IPage page, string link, string known, string name, string home = "/")
    {
        await page.GotoAsync(link);
        await Assertions.Expect(page.Locator(".answer")).ToHaveTextAsync("Welcome to Gulshan House");
        await Inspection.PassAsync(page);
        await Assertions.Expect(page.GetByLabel("Your name")).ToHaveValueAsync(known);
        await page.GetByLabel("Your name").FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Cast.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open my account" }).ClickAsync();
        await page.ArrivedAsync(new Regex($"^[^/]*//[^/]*{Regex.Escape(home)}([?#]|$)"));
        await Inspection.PassAsync(page);
    }

    /// <summary>Admins of a new residence are asked for it before anything else.</summary>
    private async Task SetUpSecondStepAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Set it up" }).ClickAsync();
        await Inspection.PassAsync(page);
        var key = (await page.Locator("code.key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.GetByLabel("Six digits").FillAsync(Authenticator.Code(key, app.Clock.GetUtcNow()));
        await page.GetByLabel("Current password").FillAsync(Cast.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();
        await Assertions.Expect(page.Locator(".answer")).ToHaveTextAsync("Keep these recovery codes");
        await Inspection.PassAsync(page);
    }

    /// <summary>The admin's part: a short list becomes people, and people get cards.</summary>
    /// <returns>The link on the card of the number.</returns>
    private async Task<string> InviteAsync(IPage page, Guid tenant, string number)
    {
        await page.GotoAsync("/people/import");
        await Inspection.PassAsync(page);
        await page.GetByLabel("Paste it here").FillAsync($"{number}\n{number}-2, Asha Pillai");
        await page.GetByLabel("Floor").SelectOptionAsync("Floor 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the list" }).ClickAsync();
        await Assertions.Expect(page.Locator(".answer")).ToHaveTextAsync("2 people can be added");
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 2 people" }).ClickAsync();
        await page.ArrivedAsync("**/progress");
        await Inspection.PassAsync(page);
        await app.RunAsync(new Uri(page.Url).AbsolutePath.IdOf(), tenant);
        await page.ArrivedAsync("**/result");
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Make invitations" }).ClickAsync();
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the cards" }).ClickAsync();
        await Assertions.Expect(page.Locator(".invites li")).ToHaveCountAsync(2);
        await Inspection.PassAsync(page);
        var card = page.Locator(".invites li").Filter(new() { HasNotText = "Asha Pillai" });
        return $"/join/{await card.Locator("code").InnerTextAsync()}";
    }
}
