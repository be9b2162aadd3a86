using AjsPantry.Tests.Features.Shared.Sweeps;

namespace AjsPantry.Tests.Journeys.Pages;

/// <summary>Every page of the site map in a browser, with something on it, as the least of those who may open it.</summary>
public sealed class PageSweepTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    /// <summary>The features, each of which is a case of its own.</summary>
    public static TheoryData<string> Features => [.. SiteMap.Table.Keys.Select(page => page.Split('/')[1]).Distinct()];

    [Theory]
    [MemberData(nameof(Features))]
    public async Task Pages_may_be_shipped(string feature)
    {
        var things = await Things.MakeAsync(app);
        var stops = SiteMap.Table
            .Where(stop => stop.Key.StartsWith($"/{feature}/", StringComparison.Ordinal) && !stop.Value.IsFile && !stop.Value.IsPart);
        var pages = app.Pages();
        List<string> findings = [];
        foreach (var visit in stops.Select(stop => (Page: stop.Key, Stop: stop.Value, Who: SweepVisitors.ReaderOf(stop.Key)))
            .Where(visit => visit.Who is not null).GroupBy(visit => visit.Who))
        {
            var page = visit.Key == "anonymous" ? await app.OpenAsync() : await app.OpenAsAsync(SweepVisitors.Of(visit.Key!));
            var inspection = await Inspection.OfAsync(page, isSweep: true);
            foreach (var (name, stop, who) in visit)
            {
                await page.GotoAsync(stop.Address(pages[name], things, who == "admin"));
                await inspection.JudgeAsync(name, findings, 320, 390, 768, 1280);
                await inspection.JudgeInOtherColoursAsync(name, findings);
            }

            findings.AddRange(inspection.Complaints);
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }
}
