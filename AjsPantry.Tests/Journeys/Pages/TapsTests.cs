using AjsPantry.Tests.Features.Requests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys.Pages;

/// <summary>How often somebody touches a phone for what is done most, from the home page on. Typing is not counted.</summary>
public sealed class TapsTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private int _taps;

    private async Task TapAsync(ILocator target)
    {
        _taps++;
        await target.TapAsync();
    }

    private async Task TypeAsync(ILocator field, string text)
    {
        await TapAsync(field);
        await field.FillAsync(text);
    }

    [Fact]
    public async Task An_absence_takes_four()
    {
        var page = await app.OpenAsAsync(Cast.Member);
        await TapAsync(page.GetByRole(AriaRole.Link, new() { Name = "I’m away" }));
        await TapAsync(page.GetByText("1 week", new() { Exact = true }));
        await TypeAsync(page.GetByLabel("Reason"), "At my parents");
        await TapAsync(page.GetByRole(AriaRole.Button, new() { Name = "Send the request" }));
        await Expect(page.Locator(".answer")).ToHaveTextAsync("1 of your requests is waiting");
        Assert.Equal(4, _taps);
    }

    [Fact]
    public async Task Approving_takes_one_in_the_list()
    {
        await app.AskedAsync(Cast.Member, TestClock.Today.AddDays(3), TestClock.Today.AddDays(5));
        var page = await app.OpenAsAsync(Cast.Head);
        await page.GotoAsync("/requests");
        await TapAsync(page.GetByRole(AriaRole.Button, new() { Name = "Approve" }));
        await Expect(page.Locator(".answer")).ToHaveTextAsync("No request waits for you");
        Assert.Equal(1, _taps);
    }

    [Fact]
    public async Task A_head_for_a_floor_without_one_takes_four()
    {
        await TestServer.WriteAsync(app.Database, $"UPDATE members SET role = 'Member' WHERE number = '{Cast.OtherFloorHead.Number}'");
        var page = await app.OpenAsAsync(Cast.Admin);
        await TapAsync(page.GetByRole(AriaRole.Link, new() { Name = "has no pantry head" }));
        await TypeAsync(page.GetByLabel("Member number"), "N2-new");
        await TypeAsync(page.GetByLabel("Name"), "North new head");
        await TapAsync(page.GetByRole(AriaRole.Button, new() { Name = "Add and invite" }));
        await Expect(page.Locator("#link")).ToBeVisibleAsync();
        Assert.Equal(4, _taps);
        await page.GotoAsync("/people?floor=2");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("North new head");
    }
}
