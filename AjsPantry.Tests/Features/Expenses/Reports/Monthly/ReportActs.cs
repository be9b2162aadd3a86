using AngleSharp.Dom;

namespace AjsPantry.Tests.Features.Expenses.Reports.Monthly;

internal static class ReportActs
{
    private static int _month;

    /// <summary>A past month that no other test of this class uses, three months from the next.</summary>
    public static DateOnly NextMonth() => new DateOnly(2001, 3, 1).AddMonths(3 * Interlocked.Increment(ref _month));

    public static async Task<byte[]> FileAsync(this PantryApp app, WebPage page, string format)
    {
        var answer = await (await app.SignInAsync(Cast.Head))
            .GetAsync(page.Document.QuerySelector($"main a[href*='/{format}']")!.GetAttribute("href")!);
        Assert.Equal(200, answer.Status);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Item and amount of every row of the sheet.</summary>
    public static List<string> PageLines(WebPage page) =>
        [.. page.Document.QuerySelectorAll("article.sheet > table tbody tr")
            .Select(row => $"{row.Children[3].TextContent} {Plain(row.Children[5])}")];

    public static string Plain(IElement cell) => cell.TextContent.Replace(",", "", StringComparison.Ordinal).Replace('\u2212', '-');
}
