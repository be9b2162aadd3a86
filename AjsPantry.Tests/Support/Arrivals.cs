using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Support;

/// <summary>
/// Waits for a page that a tap asked for. Address and document are looked at themselves: the library misses its event now and then when one
/// page follows another at once, and a function to wait for is evaluated again in the page, where the content policy stops it.
/// </summary>
public static class Arrivals
{
    /// <summary>Waits until the page has its body and its scripts: one that was only just asked for has an address before.</summary>
    public static Task LoadedAsync(this IPage page) =>
        Assertions.Expect(page.Locator("html")).ToHaveJSPropertyAsync("ownerDocument.readyState", "complete");

    /// <summary>Waits for the page of an address, as a pattern with stars, and until it is loaded.</summary>
    public static Task ArrivedAsync(this IPage page, string address)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return page.ArrivedAsync(new Regex($"^{pattern}$"));
    }

    /// <summary>Waits for a page whose whole address fits, and until it is loaded.</summary>
    public static async Task ArrivedAsync(this IPage page, Regex address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(address);
        await page.LoadedAsync();
    }
}
