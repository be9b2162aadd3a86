using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Menus.Suggestions;

/// <summary>
/// What people suggest, and what becomes of it. Every test has people and a week of its own; today is Sunday 15 March 2026.
/// </summary>
public sealed class SuggestionsTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task A_suggestion_becomes_a_meal_and_whoever_made_it_is_told()
    {
        var person = await app.NewAsync(name: "Insia Wish");
        Assert.Equal(
            "/menus/suggestions", (await app.SuggestAsync(person, "2026-03-24", "Wished shakshuka", "Pav", "With little chilli")).Location);
        Assert.Contains("Wished shakshuka with Pav", (await (await Head).GetAsync("/menus/suggestions")).Text, StringComparison.Ordinal);
        var id = await app.IdAsync("Wished shakshuka");
        Assert.Equal([("Insia Wish suggests Wished shakshuka", "For Tue 24 Mar. With little chilli", $"/menus/suggestions/{id}")],
            await HeadsNewsAsync());
        var form = await (await Head).GetAsync($"/menus/add?suggestion={id}");
        Assert.Equal(("2026-03-24", "Wished shakshuka", "Pav", "With little chilli"),
            (form.Value("Input.Date"), form.Value("Input.Dish"), form.Value("Input.Side"), form.Value("Input.Notes")));
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Dish"] = "Changed shakshuka", ["Input.Date"] = "2026-03-25" })).Status);
        var (state, menu) = await app.ReadAsync(id);
        Assert.Equal(SuggestionState.Accepted, state);
        // It waits for nobody any more.
        Assert.Empty(await HeadsNewsAsync());
        var page = await (await app.SignInAsync(person)).GetAsync($"/menus/suggestions/{id}");
        Assert.Contains("put it on the menu", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/menus/{menu}", page.Document.QuerySelector("section a.btn")!.GetAttribute("href"));
        Assert.Equal(["Your suggestion Wished shakshuka is on the menu: It is now Changed shakshuka, on Wed 25 Mar, breakfast."],
            await app.ToldAsync(person));
        Assert.Equal($"/menus/suggestions/{id}", (await (await Head).GetAsync($"/menus/add?suggestion={id}")).Location);
    }

    [Fact]
    public async Task A_meal_that_was_wished_for_answers_the_wish_however_it_is_planned()
    {
        var one = await app.NewAsync();
        var two = await app.NewAsync();
        var same = await app.WishAsync(new DateOnly(2026, 3, 31), "Same  Wish", one);
        var other = await app.WishAsync(new DateOnly(2026, 3, 31), "Another wish", two);
        var page = await (await Head).GetAsync("/menus/plan?week=2026-03-30");
        Assert.Contains("suggests Same Wish", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Rows[1].Dish"] = "same wish" })).Status);
        Assert.Equal(
            (SuggestionState.Accepted, SuggestionState.Waiting), ((await app.ReadAsync(same)).State, (await app.ReadAsync(other)).State));
        Assert.Single(await app.ToldAsync(one));
        Assert.Empty(await app.ToldAsync(two));
    }

    [Fact]
    public async Task A_day_that_is_planned_takes_no_suggestion_and_the_next_open_day_is_proposed()
    {
        var person = await app.NewAsync();
        await app.PlanAsync(new DateOnly(2026, 3, 16), "Planned poha");
        var form = await (await app.SignInAsync(person)).GetAsync("/menus/suggestions/add");
        Assert.Equal("2026-03-17", form.Value("Input.Date"));
        var answer = await form.SubmitAsync(new() { ["Input.Date"] = "2026-03-16", ["Input.Dish"] = "Too late for poha" });
        Assert.Equal(["Input_Date: That day is already planned: Planned poha. Choose another day."], answer.Errors);
        Assert.Null((await (await app.SignInAsync(person)).GetAsync("/calendar?day=2026-03-16")).Document
            .QuerySelector("#day a[href*=suggestions]"));
        Assert.NotNull((await (await app.SignInAsync(person)).GetAsync("/calendar?day=2026-03-17")).Document
            .QuerySelector("#day a[href*=suggestions]"));
    }

    [Fact]
    public async Task One_whose_day_is_planned_meanwhile_leads_to_the_meal_and_is_cooked_instead()
    {
        var person = await app.NewAsync();
        var day = new DateOnly(2026, 4, 9);
        var id = await app.WishAsync(day, "Instead upma", person, "Instead chutney");
        var meal = await app.PlanAsync(day, "Before upma");
        Assert.Contains("Breakfast of Thu 9 Apr is already planned: Before upma.",
            (await (await app.SignInAsync(person)).GetAsync($"/menus/suggestions/{id}")).Text.Replace('\u00a0', ' '),
            StringComparison.Ordinal);
        var page = await (await Head).GetAsync($"/menus/suggestions/{id}");
        Assert.Null(page.Document.QuerySelector("a[href^='/menus/add']"));
        var edit = $"/menus/{meal}/edit?suggestion={id}";
        Assert.NotNull(page.Document.QuerySelector($"a[href='{edit}']"));
        // Whoever comes by the old way is led there too.
        Assert.NotNull((await (await Head).GetAsync($"/menus/add?suggestion={id}")).Document.QuerySelector($".callout a[href='{edit}']"));
        var form = await (await Head).GetAsync(edit);
        Assert.Equal(("Instead upma", "Instead chutney"), (form.Value("Input.Dish"), form.Value("Input.Side")));
        Assert.Equal(302, (await form.SubmitAsync([])).Status);
        Assert.Equal((SuggestionState.Accepted, (Guid?)meal), await app.ReadAsync(id));
        Assert.Equal($"/menus/suggestions/{id}", (await (await Head).GetAsync(edit)).Location);
        Assert.Equal(404, (await (await Head).GetAsync($"/menus/{meal}/edit?suggestion={Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task A_declined_one_says_why_and_is_answered_once()
    {
        var person = await app.NewAsync();
        var id = await app.WishAsync(new DateOnly(2026, 4, 7), "Declined wish", person);
        var page = await (await Head).GetAsync($"/menus/suggestions/{id}/decline");
        Assert.Equal(["Input_Answer: Write the reason for the person who suggested it."], (await page.SubmitAsync([])).Errors);
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Answer"] = "No oven this week" })).Status);
        Assert.Equal(["Input_Answer: It was answered in the meantime, or its day is over."],
            (await page.SubmitAsync(new() { ["Input.Answer"] = "Really not" })).Errors);
        Assert.Equal(["Your suggestion Declined wish is declined: No oven this week"], await app.ToldAsync(person));
        Assert.Contains("No oven this week", (await (await app.SignInAsync(person)).GetAsync($"/menus/suggestions/{id}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_ones_own_is_taken_back_and_only_while_it_waits()
    {
        var person = await app.NewAsync();
        var id = await app.WishAsync(new DateOnly(2026, 4, 14), "Withdrawn wish", person);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Member)).PostAsync($"/menus/suggestions/{id}/withdraw")).Status);
        var page = await (await app.SignInAsync(person)).GetAsync($"/menus/suggestions/{id}/withdraw");
        Assert.Equal(302, (await page.SubmitAsync([])).Status);
        Assert.Equal(SuggestionState.Withdrawn, (await app.ReadAsync(id)).State);
        Assert.Equal($"/menus/suggestions/{id}", (await page.SubmitAsync([])).Location);
        Assert.Equal(302, (await app.SuggestAsync(person, "2026-04-14", "Once more")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/decline")]
    [InlineData("/withdraw")]
    public async Task A_suggestion_is_its_own_floors(string page)
    {
        var address = $"/menus/suggestions/{await app.WishAsync(new DateOnly(2026, 5, 14), "Door wish", Cast.Head)}{page}";
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        Assert.Equal(200, (await (await Head).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await Head).GetAsync($"/menus/suggestions/{Guid.NewGuid()}{page}")).Status);
        Assert.Equal(
            page == "/decline" ? 403 : page == "" ? 200 : 302, (await (await app.SignInAsync(Cast.Member)).GetAsync(address)).Status);
        Assert.Equal(page == "/withdraw" ? 403 : 200, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address + "?floor=1")).Status);
    }

    [Fact]
    public async Task The_list_asks_four_times_and_knows_its_pages()
    {
        for (var number = 0; number < 23; number++)
            await app.WishAsync(new DateOnly(2026, 2, 1).AddDays(number), $"Old wish {number}", Cast.TeaManager);
        await (await Head).GetAsync("/menus/suggestions");
        app.Commands.Clear();
        var page = await (await Head).GetAsync("/menus/suggestions");
        Assert.InRange(app.Commands.All.Count, 1, 4);
        Assert.Equal(20, page.Document.QuerySelectorAll(".list > li").Length);
        Assert.Equal(200, (await (await Head).GetAsync("/menus/suggestions?p=2")).Status);
        Assert.Equal(404, (await (await Head).GetAsync("/menus/suggestions?p=x")).Status);
    }

    /// <summary>What the head was told of "Insia Wish" and has not read.</summary>
    private async Task<List<(string Title, string Text, string Path)>> HeadsNewsAsync()
    {
        var id = await app.IdAsync(Cast.Head);
        var news = await app.ReadAsync("North", db => db.Notices
            .Where(notice => notice.MemberId == id && notice.Kind == NoticeKind.Suggestion && notice.Title.StartsWith("Insia Wish"))
            .Select(notice => new { notice.Title, notice.Text, notice.Path }).ToListAsync());
        return [.. news.Select(notice => (notice.Title, notice.Text.Replace('\u00a0', ' '), notice.Path))];
    }
}
