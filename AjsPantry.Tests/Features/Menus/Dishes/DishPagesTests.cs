using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Recipe;

namespace AjsPantry.Tests.Features.Menus.Dishes;

public sealed class DishPagesTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Address = "/menus/dishes";

    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    private static List<string> Names(WebPage page) =>
        [.. page.Document.QuerySelectorAll(".list a.cover").Select(link => link.TextContent)];

    [Fact]
    public async Task The_list_is_searched_by_any_words_without_accents()
    {
        await app.NewDishAsync("Searched Crème Toast", DishCategory.Side);
        await app.NewDishAsync("Searched pan", DishCategory.Both);
        var head = await Head;
        Assert.Equal(["Searched Crème Toast"], Names(await head.GetAsync($"{Address}?q=toast+CREME")));
        Assert.Equal(["Searched Crème Toast", "Searched pan"], Names(await head.GetAsync($"{Address}?q=searched&category=side")));
        Assert.Equal(["Searched pan"], Names(await head.GetAsync($"{Address}?q=searched&category=main")));
        Assert.Equal(["Searched pan"], Names(await head.GetAsync($"{Address}?q=searched&category=both")));
        Assert.Equal("No dishes found", (await head.GetAsync($"{Address}?q=nothing+of+the+kind")).Answer);
    }

    [Theory]
    [InlineData("?q=%ED%A0%BC")]
    [InlineData("?p=400")]
    [InlineData("?q=%00")]
    public async Task What_the_address_cannot_mean_does_no_harm(string query) =>
        Assert.Equal(200, (await (await Head).GetAsync(Address + query)).Status);

    [Fact]
    public async Task A_long_list_comes_in_pages_and_costs_the_same()
    {
        for (var at = 0; at < 45; at++)
            await app.NewDishAsync(
                $"Paged {(char)('a' + (at / 26))}{(char)('a' + (at % 26))}x{at}", ingredients: DishLookups.SomeIngredients);
        var head = await Head;
        var shown = new List<string>();
        await head.GetAsync(Address);
        app.Commands.Clear();
        var page = await head.GetAsync($"{Address}?q=paged");
        Assert.InRange(app.Commands.All.Count, 1, 4);
        Assert.Equal("45 dishes found", page.Answer);
        for (; ; page = await head.GetAsync(page.Document.QuerySelector("nav[aria-label=Pages] a:last-child")!.GetAttribute("href")!))
        {
            shown.AddRange(Names(page));
            if (page.Text.Contains("41–45 of 45", StringComparison.Ordinal))
                break;
        }

        Assert.Equal(45, shown.Distinct().Count());
        Assert.Equal(45, shown.Count);
    }

    [Fact]
    public async Task Members_see_dishes_and_change_none()
    {
        var id = await app.NewDishAsync("Looked at", ingredients: DishLookups.SomeIngredients);
        var member = await app.SignInAsync(Cast.Member);
        Assert.DoesNotContain("Add a dish", (await member.GetAsync(Address)).Text, StringComparison.Ordinal);
        var page = await member.GetAsync($"{Address}/{id}");
        Assert.Null(page.Document.QuerySelector(".page-head .acts a"));
        foreach (var way in new[] { "/edit", "/archive", "/bring-back", "/merge" })
            Assert.Equal(403, (await member.PostAsync($"{Address}/{id}{way}")).Status);
        Assert.Equal(403, (await member.PostAsync($"{Address}/common")).Status);
    }

    [Fact]
    public async Task A_dish_of_another_tenant_is_found_nowhere()
    {
        var id = await app.NewDishAsync("Only in the south", tenant: "South");
        var head = await Head;
        Assert.Empty(Names(await head.GetAsync($"{Address}?q=only+in+the+south")));
        foreach (var way in new[] { "", "/edit", "/archive", "/bring-back", "/merge" })
        {
            Assert.Equal(404, (await head.GetAsync($"{Address}/{id}{way}")).Status);
            Assert.Equal(404, (await head.GetAsync($"{Address}/{Guid.NewGuid()}{way}")).Status);
            if (way != "")
                Assert.Equal(404, (await head.PostAsync($"{Address}/{id}{way}", new() { ["input.Into"] = id.ToString() })).Status);
        }

        Assert.Null((await app.DishAsync(id, "South")).ArchivedAt);
    }

    [Theory]
    [InlineData("", "For 30 people", "60 pcs")]
    [InlineData("?for=47", "For 47 people", "94 pcs")]
    [InlineData("?for=1", "For 1 person", "2 pcs")]
    [InlineData("?for=10000", "For 10000 people", "20000 pcs")]
    public async Task A_recipe_is_shown_for_any_number_of_people(string query, string heading, string eggs)
    {
        var id = await app.NewDishAsync($"Reckoned {(char)('a' + query.Length)}", ingredients: DishLookups.SomeIngredients);
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"{Address}/{id}{query}");
        Assert.Equal(heading, page.Document.QuerySelector("#recipe")!.TextContent);
        Assert.Equal(eggs, page.Document.QuerySelector(".recipe dd")!.TextContent.Replace('\u00a0', ' '));
        Assert.Contains(Portions.Rule, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("10001")]
    [InlineData("4.5")]
    [InlineData("many")]
    [InlineData("99999999999999999999999999")]
    public async Task An_odd_number_of_people_is_told_and_the_recipe_shown_as_written(string people)
    {
        var id = await app.NewDishAsync($"Odd {people.GetHashCode(StringComparison.Ordinal):x}", ingredients: DishLookups.SomeIngredients);
        var page = await (await Head).GetAsync($"{Address}/{id}?for={people}");
        Assert.StartsWith("for: Write a whole number", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal((people, "For 30 people"), (page.Value("for"), page.Document.QuerySelector("#recipe")!.TextContent));
    }

    [Fact]
    public async Task The_page_says_where_it_was_cooked_to_each_for_their_own_floor_and_shows_admins_the_history()
    {
        var id = await app.NewDishAsync("Cooked here");
        var other = await app.NewDishAsync("Another main");
        await app.NewMenuAsync(new(2026, 3, 1), id);
        await app.NewMenuAsync(new(2026, 3, 2), other, side: id, floor: 2);
        await app.NewMenuAsync(new(2026, 3, 3), id, cancelled: true);
        var page = await (await Head).GetAsync($"{Address}/{id}");
        Assert.Contains("Sun 1 Mar, breakfast", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2 Mar", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".page-head a[href*='/audit']"));
        var admin = await app.SignInAsync(Cast.Admin);
        app.Commands.Clear();
        var admins = await admin.GetAsync($"{Address}/{id}?floor=2");
        Assert.InRange(app.Commands.All.Count, 1, 5);
        Assert.Contains("as a side", admins.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("3 Mar", admins.Text, StringComparison.Ordinal);
        Assert.Contains(
            $"of={id}", admins.Document.QuerySelector(".page-head a[href*='/audit']")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("floor=2", admins.Document.QuerySelector("a[href*='/edit']")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dish_planned_for_today_or_later_is_not_archived_however_it_is_planned()
    {
        var id = await app.NewDishAsync("Needed");
        var main = await app.NewDishAsync("Its main");
        await app.NewMenuAsync(TestClock.Today.AddDays(-1), id);
        await app.NewMenuAsync(TestClock.Today.AddDays(2), id, cancelled: true);
        var form = await (await Head).GetAsync($"{Address}/{id}/archive");
        Assert.Equal("Archive Needed?", form.Answer);
        await app.NewMenuAsync(TestClock.Today, main, side: id, floor: 2);
        var refused = await form.SubmitAsync([]);
        Assert.Equal("Needed is still needed", refused.Answer);
        Assert.Contains("planned for breakfast on Sun 15 Mar, Floor 2.", refused.Text, StringComparison.Ordinal);
        Assert.Null((await app.DishAsync(id)).ArchivedAt);
    }

    [Fact]
    public async Task An_archived_dish_is_shown_on_demand_and_comes_back()
    {
        var id = await app.NewDishAsync("There and back");
        var head = await Head;
        var form = await head.GetAsync($"{Address}/{id}/archive");
        Assert.Equal(302, (await form.SubmitAsync([])).Status);
        Assert.Equal(302, (await form.SubmitAsync([])).Status);
        Assert.Equal(2, (await app.HistoryAsync(id)).Count);
        Assert.Empty(Names(await head.GetAsync($"{Address}?q=there+and+back")));
        Assert.Equal(["There and back"], Names(await head.GetAsync($"{Address}?q=there+and+back&state=archived")));
        Assert.Contains("Archived today", (await head.GetAsync($"{Address}/{id}")).Text, StringComparison.Ordinal);
        var back = await (await head.GetAsync($"{Address}/{id}/bring-back")).SubmitAsync([]);
        Assert.Equal("There and back is in the library again.", (await back.FollowAsync()).Toast);
        Assert.Equal($"{Address}/{id}", (await head.GetAsync($"{Address}/{id}/bring-back")).Location);
    }

    [Fact]
    public async Task A_name_taken_meanwhile_keeps_a_dish_from_coming_back()
    {
        var id = await app.NewDishAsync("Contested");
        var head = await Head;
        await (await head.GetAsync($"{Address}/{id}/archive")).SubmitAsync([]);
        var form = await head.GetAsync($"{Address}/{id}/bring-back");
        var taker = await app.NewDishAsync("contested");
        var refused = await form.SubmitAsync([]);
        Assert.Equal("Another dish has this name now", refused.Answer);
        Assert.EndsWith($"/{taker}", refused.Document.QuerySelector(".callout a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull((await app.DishAsync(id)).ArchivedAt);
    }
}
