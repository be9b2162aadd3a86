using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Administration.Audit;

public sealed class AuditFilterTests(TrailApp app) : IClassFixture<TrailApp>
{
    private const string Page = "/administration/audit";

    [Theory]
    [InlineData("who=month-end", 1)]
    [InlineData("who=nobody+at+all", 0)]
    [InlineData("kind=Removed", 1)]
    [InlineData("thing=Room", 2)]
    [InlineData("reason=because", 1)]
    [InlineData("reason=%25", 0)]
    [InlineData("from=2024-02-10&to=2024-02-10", 1)]
    [InlineData("from=2024-02-11&to=2024-02-12", 1)]
    [InlineData("from=2024-02-13&to=2024-12-31", 0)]
    [InlineData("of=0190b000-0000-7000-8000-000000000009", 1)]
    [InlineData("who=month-end&kind=Removed", 0)]
    public async Task Each_filter_narrows_the_trail(string filter, int expected)
    {
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"{Page}?{filter}");
        Assert.Equal(expected, page.Document.QuerySelectorAll(".trail").Length);
    }

    [Fact]
    public async Task Pages_lead_to_older_and_back_to_newer_entries_without_a_gap()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var first = await visitor.GetAsync(Page + "?who=Counter");
        var second = await visitor.GetAsync(Link(first, "Older"));
        var third = await visitor.GetAsync(Link(second, "Older"));
        var reasons = new[] { first, second, third }.SelectMany(Reasons).ToList();
        Assert.Equal((120, 120), (reasons.Count, reasons.Distinct().Count()));
        Assert.DoesNotContain(Links(third), link => link.TextContent.Contains("Older", StringComparison.Ordinal));
        Assert.Equal(Reasons(second), Reasons(await visitor.GetAsync(Link(third, "Newer"))));
        Assert.Equal(Reasons(first), Reasons(await visitor.GetAsync(Link(second, "Newer"))));
        Assert.DoesNotContain(Links(first), link => link.TextContent.Contains("Newer", StringComparison.Ordinal));
    }

    private static string Link(WebPage page, string text) =>
        Links(page).Single(link => link.TextContent.Contains(text, StringComparison.Ordinal)).GetAttribute("href")!;

    private static IEnumerable<AngleSharp.Dom.IElement> Links(WebPage page) => page.Document.QuerySelectorAll("nav.panel-foot a");

    private static List<string> Reasons(WebPage page) =>
        [.. page.Document.QuerySelectorAll(".trail .why bdi").Select(reason => reason.TextContent)];
}

/// <summary>An application whose trail holds entries of long ago, and many of one instant.</summary>
public sealed class TrailApp : PantryApp
{
    protected override bool IsShared => false;

    protected override Task SeedAsync() =>
        InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            // 23:59 and 00:01 in Kolkata are the same day in Greenwich.
            db.AuditEntries
                .Add(Entry(new(2024, 2, 10, 18, 29, 0, TimeSpan.Zero), "Month-end reports", "Added", "Room", null,
                    new("0190b000-0000-7000-8000-000000000009")));
            db.AuditEntries
                .Add(Entry(new(2024, 2, 10, 18, 31, 0, TimeSpan.Zero), "Somebody", "Removed", "Room", "Just because", Guid.NewGuid()));
            // Forty at one instant each: the order must not depend on time alone.
            for (var number = 0; number < 120; number++)
                db.AuditEntries
                    .Add(Entry(
                        TestClock.Beginning.AddMinutes(-number / 40), "Counter", "Added", "RoomStay", $"No {number}.", Guid.NewGuid()));
            await db.SaveChangesAsync();
        });

    private static AuditEntry Entry(DateTimeOffset at, string who, string kind, string thing, string? reason, Guid id)
    {
        var caller = new Caller { Reason = reason };
        caller.ActAsJob(who);
        return AuditEntry.By(caller, at, kind, thing, id, before: null, after: "{}");
    }
}
