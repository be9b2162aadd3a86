using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.Shared.Sweeps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Tests.Features.Shared;

/// <summary>
/// Every page against every kind of visitor, those who were shut out while signed in among them. <see cref="PageRights"/> says which
/// permission each page asks for; a page that is not in it fails, so that nobody adds one without saying whom it is for.
/// </summary>
public sealed class RightsSweepTests(PantryApp app) : IClassFixture<PantryApp>
{
    public static TheoryData<string> Visitors => [.. SweepVisitors.All];

    [Fact]
    public void Every_page_is_in_both_tables_and_they_name_no_other()
    {
        var pages = app.Pages().Values.Select(page => page.Name).ToList();
        Compare(pages, PageRights.Table.Keys.Where(page => page.StartsWith('/')),
            "PageRights.cs, with the permission that it asks for or Anybody");
        Compare(pages, SiteMap.Table.Keys, "Sweeps/SiteMap.cs, with an address at which it shows something");
    }

    private static void Compare(IReadOnlyList<string> pages, IEnumerable<string> table, string place)
    {
        var missing = pages.Except(table).ToList();
        var gone = table.Except(pages).ToList();
        Assert.True(missing is [], $"Add to {place}: {string.Join(", ", missing)}");
        Assert.True(gone is [], $"No page has the name any more, so take it out of {place.Split(',')[0]}: {string.Join(", ", gone)}");
    }

    [Fact]
    public void Whatever_is_not_a_page_is_known_too()
    {
        var others = app.Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null
            && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
            // Files that changed since they were built, which only a developer's machine has.
            && endpoint.RoutePattern.RawText != "{**path:file}").ToList();
        Assert.Equal(["/healthz", "/jobs/{**path}", "/readyz"],
            others.Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal));
        Assert.All(others.Where(endpoint => endpoint.RoutePattern.RawText!.Contains("jobs", StringComparison.Ordinal)), endpoint =>
            Assert.Contains(
                endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(), data => data.Policy == nameof(Permission.OperatePlatform)));
    }

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task Pages_open_for_those_they_are_for_and_for_nobody_else(string who)
    {
        var things = await Things.MakeAsync(app);
        var visitor = await app.AsAsync(who);
        var pages = app.Pages();
        List<string> wrong = [];
        foreach (var page in SiteMap.Table.Keys)
        {
            var address = SiteMap.Of(page).Address(pages[page], things, who == "admin");
            var expected = SweepVisitors.Expected(page, who);
            var answer = SweepVisitors.Said(await visitor.GetAsync(address));
            if (answer != expected)
                wrong.Add($"{page} to {who}: {answer} instead of {expected} ({address})");
        }

        Assert.True(
            wrong.Count == 0,
            $"{string.Join('\n', wrong)}\n"
                + "PageRights.cs and SiteMap.cs say what should be. Where they are right, mend the permission of the page in its feature's XFeature.cs, or its query; "
                + "change them only where it was decided anew who may see the page.");
    }
}

/// <summary>Operators know the ids of residences and may come to know others; none opens anything that a residence wrote.</summary>
public sealed class OperatorDoorsTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task Real_ids_of_a_residence_open_none_of_its_pages_to_an_operator()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        var token = await visitor.TokenAsync();
        var doors = app.Pages();
        var member = await app.IdAsync(Cast.Member);
        var room = await app.NewRoomAsync("Behind the door");
        var floor = await app.FloorAsync("North", 1);
        var pages = SiteMap.Table.Keys.Where(page => SweepVisitors.Expected(page, "operator") == "403").ToList();
        Assert.Contains("/People/Person/Member", pages);
        foreach (var page in pages)
        {
            foreach (var id in (Guid[])[member, room, floor.Id, Cast.TenantId("North")])
            {
                var address = doors[page].Address(id);
                foreach (var query in (string[])["", $"?floor=1&id={id}&tenant={Cast.TenantId("North")}"])
                    Assert.Contains((await visitor.GetAsync(address + query)).Status, (int[])[403, 404]);
                Assert.Contains(
                    (await visitor.PostBlindlyAsync(address, new() { ["id"] = $"{id}", ["__RequestVerificationToken"] = token })).Status,
                    (int[])[403, 404]);
            }
        }
    }
}

/// <summary>The same for every form: a valid token does not help those who have no right, and what they send changes nothing.</summary>
public sealed class RightsSweepPostTests(PantryApp app) : IClassFixture<PantryApp>
{
    public static TheoryData<string> Visitors => RightsSweepTests.Visitors;

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task Forms_are_taken_from_those_they_are_for_and_from_nobody_else(string who)
    {
        var things = await Things.MakeAsync(app);
        var visitor = await app.AsAsync(who);
        var pages = app.Pages();
        var token = await visitor.TokenAsync();
        var before = await Rows.ReadAsync(app.Database);
        List<string> wrong = [];
        foreach (var page in SiteMap.Table.Keys.Where(page => !SweepVisitors.May(page, who)))
        {
            foreach (var handler in await app.PostHandlersAsync(pages[page]))
            {
                var address = SiteMap.Of(page).Address(pages[page], things, chooseFloor: true);
                var answer = await visitor.PostBlindlyAsync(
                    address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + $"handler={handler}",
                    new() { ["id"] = $"{things["member"]}", ["kind"] = "no-such-job", ["__RequestVerificationToken"] = token });
                if (SweepVisitors.Said(answer) != SweepVisitors.Expected(page, who))
                    wrong.Add($"{page} {handler} to {who}: {SweepVisitors.Said(answer)} instead of {SweepVisitors.Expected(page, who)}");
            }
        }

        Assert.True(
            wrong.Count == 0,
            $"{string.Join('\n', wrong)}\n"
                + "PageRights.cs says what should be: mend the permission of the page in its feature's XFeature.cs.");
        Assert.Empty(await before.ChangesAsync());
    }
}
