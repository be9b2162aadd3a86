using System.Globalization;

namespace AjsPantry.Tests.Features.Platform.Tenants;

/// <summary>More residences than one page shows.</summary>
public sealed class TenantPagesTests(PantryApp app) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private const int Added = 60;

    private Visitor _operator = null!;

    public async ValueTask InitializeAsync()
    {
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database), $"""
            INSERT INTO tenants SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'code', 'house-' || n, 'name', 'House ' || lpad(n::text, 2, '0')))).*
            FROM tenants t, generate_series(1, {Added}) n WHERE t.code = 'south' ON CONFLICT (code) DO NOTHING
            """);
        _operator = await app.SignInAsync(Cast.Operator);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_residence_is_on_one_page_in_the_order_of_names()
    {
        var first = await NamesAsync("/platform");
        var second = await NamesAsync("/platform?page-number=2");
        Assert.Equal((50, Added + 2 - 50), (first.Count, second.Count));
        Assert.Equal(
            [.. Enumerable.Range(1, Added).Select(number => string.Create(CultureInfo.InvariantCulture, $"House {number:00}")),
                "North House", "South House"], first.Concat(second));
        Assert.Equal(second, await NamesAsync("/platform?page-number=3"));
    }

    [Theory]
    [InlineData("house", 50)]
    [InlineData("house 6", 1)]
    [InlineData("HOUSE-59", 1)]
    [InlineData("o_se", 0)]
    public async Task Searching_looks_at_all_of_them(string words, int found) =>
        Assert.Equal(found, (await NamesAsync($"/platform?search={Uri.EscapeDataString(words)}")).Count);

    [Fact]
    public async Task A_search_is_kept_on_its_next_page()
    {
        var page = await _operator.GetAsync("/platform?search=house-");
        var next = page.Document.QuerySelectorAll("nav.panel-foot a").Single().GetAttribute("href")!;
        Assert.Equal(Added - 50, (await NamesAsync(next)).Count);
    }

    private async Task<List<string>> NamesAsync(string address) =>
        [.. (await _operator.GetAsync(address)).Document.QuerySelectorAll(".tenants tbody th a").Select(link => link.TextContent)];
}
