using AjsPantry.Tests.Features.Dashboard;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

/// <summary>The home page of every role, with something of everything on it, on phones and desktops.</summary>
public abstract class HomesTests(BrowserApp app, int width) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_member_rates_and_votes_with_one_tap_and_takes_the_tea()
    {
        await app.FillHomesAsync();
        await app.PlanAsync(TestClock.Today, $"Journey upma {width}");
        var page = await app.OpenAsAsync(Cast.Member, width);
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("You make tea tomorrow");
        await Inspection.PassAsync(page);
        var card = page.GetByRole(AriaRole.Region, new() { Name = "Journey upma" });
        await card.Locator(".stars label").Nth(3).ClickAsync();
        await Expect(card.Locator("[data-said]")).ToHaveTextAsync("Saved: 4 stars.");
        // The next tap changes it, still on the same page.
        await card.Locator(".stars label").Nth(4).ClickAsync();
        await Expect(card.Locator("[data-said]")).ToHaveTextAsync("Saved: 5 stars.");
        var vote = page.GetByRole(AriaRole.Button, new() { Name = "An idea of the home page" });
        await vote.ClickAsync();
        await Expect(vote).ToHaveAttributeAsync("aria-pressed", "true");
        // The bar at the foot of a phone may cover half of whatever is scrolled below it.
        await page.EvaluateAsync("scrollTo(0, 0)");
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "I’ll make it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You make tea on");
    }

    [Fact]
    public async Task A_tea_manager_goes_from_home_to_what_waits()
    {
        await app.FillHomesAsync();
        var page = await app.OpenAsAsync(Cast.TeaManager, width);
        await page.GotoAsync("/");
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Region, new() { Name = "without a person" }).GetByRole(AriaRole.Link, new() { Name = "Confirm" })
            .ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/tea/confirm$"));
    }

    [Fact]
    public async Task A_head_does_the_most_urgent_thing_first()
    {
        await app.FillHomesAsync();
        var page = await app.OpenAsAsync(Cast.Head, width);
        await page.GotoAsync("/");
        await Inspection.PassAsync(page);
        await page.Locator(".needs .btn-mark").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Inspection.PassAsync(page);
    }

    [Fact]
    public async Task An_admin_reads_the_floors_and_the_figures_behind_a_picture()
    {
        await app.FillHomesAsync();
        var page = await app.OpenAsAsync(Cast.Admin, width, ColorScheme.Dark);
        await page.GotoAsync("/");
        await page.GetByText("As a table").First.ClickAsync();
        await Expect(page.Locator("table.changes").First).ToBeVisibleAsync();
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Region, new() { Name = "What needs attention" })
            .GetByRole(AriaRole.Link, new() { Name = "background job" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/administration/jobs"));
    }

    [Fact]
    public async Task An_operator_reads_how_the_residences_go()
    {
        var page = await app.OpenAsAsync(Cast.Operator, width);
        await page.GotoAsync("/");
        await Expect(page.GetByText("Bills recorded").First).ToBeAttachedAsync();
        await Inspection.PassAsync(page);
    }
}

/// <inheritdoc/>
public sealed class HomesOnAPhoneTests(BrowserApp app) : HomesTests(app, 390);

/// <inheritdoc/>
public sealed class HomesOnADesktopTests(BrowserApp app) : HomesTests(app, 1280);
