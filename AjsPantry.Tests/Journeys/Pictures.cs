using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Journeys;

/// <summary>Takes the pictures of the README from a running application with demo data. Only deploy/pictures asks for it.</summary>
public sealed class Pictures
{
    [Theory(Explicit = true)]
    [InlineData("home", "/", 1280, 800, ColorScheme.Light)]
    [InlineData("menus", "/menus", 1280, 800, ColorScheme.Light)]
    [InlineData("record-a-bill", "/expenses/record", 390, 844, ColorScheme.Light)]
    [InlineData("expenses", "/expenses", 1280, 800, ColorScheme.Light)]
    [InlineData("report", "/expenses/report", 1280, 800, ColorScheme.Dark)]
    public async Task Of_a_pantry_head(string name, string address, int width, int height, ColorScheme scheme)
    {
        var browser = await BrowserApp.Browser.Value;
        await using var context = await browser.NewContextAsync(new()
        {
            BaseURL = Setting("PANTRY_PICTURES_OF"),
            ColorScheme = scheme,
            Locale = "en-IN",
            ViewportSize = new() { Width = width, Height = height },
            DeviceScaleFactor = width < 768 ? 2 : 1,
            HasTouch = width < 768,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Member number or email").FillAsync("1011");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Setting("PANTRY_DEMO_PASSWORD"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.ArrivedAsync(new Regex("^(?!.*/sign-in)"));
        if (await page.GetByRole(AriaRole.Button, new() { Name = "Not now" }).IsVisibleAsync())
            await page.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();
        await page.GotoAsync(address);
        if (name == "record-a-bill")
            await TypeSomeOfItAsync(page);
        await page.EvaluateAsync("document.fonts.ready");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Setting("PANTRY_PICTURES_TO"), $"{name}.png") });
    }

    private static async Task TypeSomeOfItAsync(IPage page)
    {
        await page.GetByLabel("Shop", new() { Exact = true }).FillAsync("Demo Kirana");
        foreach (var (index, (item, quantity, unit, amount)) in new[] { ("Toor dal", "2", "kg", "336"), ("Sugar", "3", "kg", "133.50") }
            .Index())
        {
            await page.GetByLabel("Item", new() { Exact = true }).Nth(index).FillAsync(item);
            await page.GetByLabel("Qty").Nth(index).FillAsync(quantity);
            await page.GetByLabel("Unit", new() { Exact = true }).Nth(index).SelectOptionAsync(unit);
            await page.GetByLabel("Amount (₹)", new() { Exact = true }).Nth(index).FillAsync(amount);
        }

        await page.EvaluateAsync(
            "() => { document.activeElement.blur(); document.querySelector('.line').scrollIntoView({ block: 'start' }); scrollBy(0, -150); }");
    }

    private static string Setting(string name) =>
        Environment.GetEnvironmentVariable(name)
            ?? throw new InvalidOperationException($"{name} is not set. Take the pictures with ./deploy/pictures.");
}
