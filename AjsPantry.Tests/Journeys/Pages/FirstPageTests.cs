using System.IO.Compression;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Journeys.Pages;

public sealed class FirstPageTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private const int MostBytes = 60_000;

    private const int MostRequests = 8;

    private const int MostBytesOfFonts = 45_000;

    [Fact]
    public async Task The_first_page_of_a_cold_phone_weighs_at_most_60_kB_beside_its_fonts()
    {
        var page = await app.OpenAsync();
        List<IResponse> responses = [];
        page.Response += (_, response) => responses.Add(response);
        await page.GotoAsync("/sign-in", new() { WaitUntil = WaitUntilState.NetworkIdle });
        List<(string Address, int Bytes)> fonts = [];
        List<(string Address, int Bytes)> others = [];
        foreach (var response in responses)
        {
            // Compressed here as publishing compresses it; fonts are compressed already.
            var body = await response.BodyAsync();
            var address = new Uri(response.Url).AbsolutePath;
            if (address.EndsWith(".woff2", StringComparison.Ordinal))
                fonts.Add((address, body.Length));
            else
                others.Add((address, Brotli(body)));
        }

        Assert.Contains(others, other => other.Address.Contains("app.", StringComparison.Ordinal));
        Assert.True(others.Sum(other => other.Bytes) <= MostBytes, string.Join(", ", others));
        Assert.True(others.Count <= MostRequests, string.Join(", ", others));
        Assert.True(fonts.Sum(font => font.Bytes) <= MostBytesOfFonts, string.Join(", ", fonts));
        TestContext.Current.SendDiagnosticMessage($"{others.Sum(other => other.Bytes)}: {string.Join(", ", others)}");
    }

    private static int Brotli(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(body);
        return (int)compressed.Length;
    }
}
