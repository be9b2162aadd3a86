using System.IO.Compression;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Journeys.Pages;

public sealed class FirstPageTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private const int Most = 90_000;

    [Fact]
    public async Task The_first_page_of_a_cold_phone_weighs_at_most_90_kB()
    {
        var page = await app.OpenAsync();
        List<IResponse> responses = [];
        page.Response += (_, response) => responses.Add(response);
        await page.GotoAsync("/sign-in", new() { WaitUntil = WaitUntilState.NetworkIdle });
        List<string> weights = [];
        var total = 0;
        foreach (var response in responses)
        {
            // Compressed here as publishing compresses it; fonts are compressed already.
            var body = await response.BodyAsync();
            var weight = response.Url.EndsWith(".woff2", StringComparison.Ordinal) ? body.Length : Brotli(body);
            total += weight;
            weights.Add($"{new Uri(response.Url).AbsolutePath} {weight}");
        }

        Assert.Contains(weights, weight => weight.Contains("components", StringComparison.Ordinal));
        Assert.True(total <= Most, $"{total}: {string.Join(", ", weights)}");
        TestContext.Current.SendDiagnosticMessage($"{total}: {string.Join(", ", weights)}");
    }

    private static int Brotli(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(body);
        return (int)compressed.Length;
    }
}
