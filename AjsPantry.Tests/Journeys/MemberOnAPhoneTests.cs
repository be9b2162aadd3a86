using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

public sealed class MemberOnAPhoneTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_member_reads_the_floors_expenses_and_finds_nothing_to_change_them_with()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.DMart);
        var page = await app.OpenAsAsync(Cast.Member);
        await page.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();
        foreach (var address in new[] { "/", "/expenses?month=2025-07", $"/expenses/bill/{bill}" })
        {
            await page.GotoAsync(address);
            Assert.Equal(0, await page.GetByRole(AriaRole.Main).Locator("form, button, input, select").CountAsync());
            Assert.DoesNotContain(await HrefsAsync(page),
                href => href.Contains("/record", StringComparison.Ordinal) || href.Contains("/edit", StringComparison.Ordinal)
                || href.Contains("/void", StringComparison.Ordinal) || href.Contains("/report", StringComparison.Ordinal)
                || href.Contains("/administration", StringComparison.Ordinal));
        }

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(10);
    }

    [Fact]
    public async Task A_member_switches_to_dark_and_signs_out_another_device()
    {
        var other = await app.OpenAsAsync(Cast.OtherFloorMember, 1280, byHand: true);
        var page = await app.OpenAsAsync(Cast.OtherFloorMember, byHand: true);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Quick" }).GetByRole(AriaRole.Link, new() { Name = "More" }).ClickAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Account" }).ClickAsync();
        await page.GetByText("Dark", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");

        await page.GetByRole(AriaRole.Link, new() { Name = "Sign out other devices" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await page.GetByLabel("Current password").FillAsync(Cast.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out these devices" }).ClickAsync();
        await page.ArrivedAsync("**/account");
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Chrome" })).ToHaveCountAsync(1);
        await other.GotoAsync("/expenses");
        await Expect(other).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        await page.GotoAsync("/expenses");
        await Expect(page.Locator(".crumb")).ToHaveTextAsync("Expenses");
    }

    private static Task<string[]> HrefsAsync(IPage page) =>
        page.Locator("a[href]").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
}
