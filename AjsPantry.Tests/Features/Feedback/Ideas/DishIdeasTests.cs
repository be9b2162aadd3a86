using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Champions;
using AjsPantry.Features.Menus.Dishes.Merging;
using AjsPantry.Features.Menus.Meals;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Menus.Dishes;
using AjsPantry.Tests.Features.People;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Feedback.Ideas;

/// <summary>Where ideas about dishes show: on the dish, while a meal is planned, and on the calendar.</summary>
public sealed class DishIdeasTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task A_dish_shows_the_open_ideas_of_the_floor_with_the_most_votes()
    {
        var dish = await app.NewDishAsync("Wanted dhokla");
        foreach (var (title, votes) in new[] { ("No votes", 0), ("Two votes", 2), ("One vote", 1), ("Three votes", 3) })
            await app.IdeaAsync(title, Cast.Member, dish, [.. new[] { Cast.Member, Cast.Head, Cast.TeaManager }.Take(votes)]);
        var done = await app.IdeaAsync("Done already", Cast.Member, dish, Cast.Member, Cast.Head);
        await app.AnswerAsync(done, IdeaState.Done);
        var other = await app.IdeaAsync("Of the other floor", Cast.OtherFloorMember, dish);
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/menus/dishes/{dish}");
        Assert.Equal(["Three votes", "Two votes", "One vote"], Titles(page));
        Assert.Equal(
            ["Of the other floor"], Titles(await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync($"/menus/dishes/{dish}")));
        var admin = await app.SignInAsync(Cast.Admin);
        app.Commands.Clear();
        var all = await admin.GetAsync($"/menus/dishes/{dish}");
        Assert.InRange(app.Commands.All.Count, 1, 5);
        Assert.Equal(["Three votes", "Two votes", "One vote"], Titles(all));
        await (await app.SignInAsync(Cast.OtherFloorHead)).PostAsync($"/feedback/ideas/{other}/vote", new() { ["wanted"] = "yes" });
        var links = (await admin.GetAsync($"/menus/dishes/{dish}")).Document.QuerySelectorAll("section[aria-labelledby=wanted] a.cover")
            .Select(link => link.GetAttribute("href")!).ToList();
        foreach (var link in links)
            Assert.Equal(200, (await admin.GetAsync(link)).Status);
        // From the dish, an idea about it is one step away.
        var add = await (await app.SignInAsync(Cast.Member))
            .GetAsync(page.Document.QuerySelector("section[aria-labelledby=wanted] .btn")!.GetAttribute("href")!);
        Assert.Equal("Wanted dhokla", add.Value("Input.Dish"));
    }

    [Fact]
    public async Task Planning_a_meal_shows_ideas_and_one_tap_puts_one_into_the_notes_without_losing_anything()
    {
        var dish = await app.NewDishAsync("Planned khichdi");
        var id = await app.IdeaAsync("More ginger", Cast.Member, dish, Cast.Member, Cast.Head, Cast.TeaManager);
        var head = await app.SignInAsync(Cast.Head);
        var form = await head.GetAsync("/menus/add?day=2026-05-11");
        Assert.Contains("Planned khichdi: More ginger", form.Text, StringComparison.Ordinal);
        var noted = await form.SubmitAsync(
            new() { ["Input.Notes"] = "Typed before", ["Input.Side"] = "Kadhi typed" }, button: $"idea={id}");
        Assert.Equal(200, noted.Status);
        Assert.Empty(noted.Errors);
        Assert.Equal(("Planned khichdi", "Kadhi typed", "2026-05-11", "Typed before\nMore ginger: Why: More ginger"),
            (noted.Value("Input.Dish"), noted.Value("Input.Side"), noted.Value("Input.Date"),
                noted.Value("Input.Notes")?.ReplaceLineEndings("\n")));
        var again = await noted.SubmitAsync([], button: $"idea={id}");
        Assert.Equal(noted.Value("Input.Notes"), again.Value("Input.Notes"));
        var saved = await again.SubmitAsync([]);
        Assert.True(saved.Status == 302, string.Join(' ', saved.Errors));
        var meal = await app.ReadAsync("North", db => db.Set<AjsPantry.Features.Menus.Menu>().SingleAsync(menu => menu.DishId == dish));
        Assert.Equal("Typed before\nMore ginger: Why: More ginger", meal.Notes?.ReplaceLineEndings("\n"));

        var edit = await head.GetAsync($"/menus/{meal.Id}/edit");
        Assert.Contains("More ginger", edit.Text, StringComparison.Ordinal);
        var full = await edit.SubmitAsync(
            new() { ["Input.Notes"] = new string('n', AjsPantry.Features.Menus.Menu.LongestNotes) }, button: $"idea={id}");
        Assert.Equal(["Input_Notes: The notes are too long to add the idea. Shorten them, then try again."], full.Errors);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherFloorHead)).PostAsync($"/menus/add?handler=Idea&idea={id}")).Status);
        Assert.Equal(404, (await head.PostAsync("/menus/add?handler=Idea&idea=none")).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).PostAsync($"/menus/add?handler=Idea&idea={id}")).Status);
        var admins = await (await app.SignInAsync(Cast.Admin)).GetAsync("/menus/add?floor=1&day=2026-05-12");
        Assert.Equal("Planned khichdi", (await admins.SubmitAsync([], button: $"idea={id}")).Value("Input.Dish"));
    }

    [Fact]
    public async Task Another_dish_brings_its_own_ideas_into_the_form()
    {
        var dish = await app.NewDishAsync("Asked thepla");
        await app.IdeaAsync("Thinner", Cast.Member, dish);
        var head = await app.SignInAsync(Cast.Head);
        var part = await head.GetAsync("/menus/ideas?Input.Dish=asked+THEPLA");
        Assert.Contains("Thinner", part.Text, StringComparison.Ordinal);
        Assert.Null(part.Document.QuerySelector("h1"));
        foreach (var nothing in (string[])["No+such+dish", new string('x', 3000)])
            Assert.DoesNotContain("Thinner", (await head.GetAsync($"/menus/ideas?Input.Dish={nothing}")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await head.GetAsync("/menus/ideas?Input.Dish=%00")).Status);
        Assert.DoesNotContain("Thinner",
            (await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync("/menus/ideas?Input.Dish=Asked+thepla")).Text,
            StringComparison.Ordinal);
        Assert.Contains("Idea: Thinner.", (await head.GetAsync("/menus/plan?week=2026-06-01")).Document.DocumentElement.OuterHtml,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_of_the_calendar_tells_how_the_dish_is_liked_who_is_best_at_it_and_what_is_wanted()
    {
        var meal = await app.PlanAsync(new DateOnly(2026, 7, 7), "Liked paratha");
        var dish = await app.ReadAsync("North",
            db => db.Set<AjsPantry.Features.Menus.Menu>().Where(menu => menu.Id == meal).Select(menu => menu.DishId).SingleAsync());
        var best = await app.NewRoomAsync("Paratha room");
        var floor = await app.FloorAsync("North", 1);
        var person = await app.IdAsync(Cast.TeaManager);
        await app.IdeaAsync("Less salt", Cast.Member, dish, Cast.Head);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<AjsPantry.Infrastructure.Persistence.PantryDb>();
            db.DishChampions.Add(new DishChampion { DishId = dish, FloorId = floor.Id, RoomId = best });
            db.Set<AjsPantry.Features.Feedback.Ratings.Rating>()
                .Add(new() { MenuId = meal, MemberId = person, Stars = 4, CreatedAt = TestClock.Beginning });
            await db.SaveChangesAsync();
        });
        foreach (var (visitor, query) in new[] { (Cast.Member, ""), (Cast.Admin, "&floor=1") })
        {
            app.Commands.Clear();
            var day = (await (await app.SignInAsync(visitor)).GetAsync($"/calendar?day=2026-07-07{query}")).Document
                .QuerySelector("#day")!.TextContent;
            foreach (var words in (string[])["4.0", "from 1", "Best cooks: Paratha room", "Idea: Less salt"])
                Assert.Contains(words, day, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task When_two_dishes_become_one_their_ideas_stay_with_it()
    {
        var goes = await app.NewDishAsync("Going pulao");
        var stays = await app.NewDishAsync("Staying pulao");
        var id = await app.IdeaAsync("With peas", Cast.Member, goes);
        await app.InTenantAsync(
            "North", services => services.GetRequiredService<MergeDishes.Handler>().HandleAsync(goes, stays, CancellationToken.None));
        Assert.Equal(stays, (await app.IdeaAsync(id)).DishId);
        Assert.Equal(["With peas"], Titles(await (await app.SignInAsync(Cast.Member)).GetAsync($"/menus/dishes/{stays}")));
    }

    [Fact]
    public async Task An_idea_keeps_a_dish_that_went_out_of_use()
    {
        var dish = await app.NewDishAsync("Archived vada");
        var id = await app.IdeaAsync("Crisper", Cast.Member, dish);
        var form = await (await app.SignInAsync(Cast.Member)).GetAsync($"/feedback/ideas/{id}/edit");
        await app.InTenantAsync("North",
            services => services.GetRequiredService<AjsPantry.Infrastructure.Persistence.PantryDb>().Set<Dish>()
                .Where(row => row.Id == dish).ExecuteUpdateAsync(set => set.SetProperty(row => row.ArchivedAt, TestClock.Beginning)));
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Title"] = "Much crisper" })).Status);
        Assert.Equal(("Much crisper", dish), ((await app.IdeaAsync(id)).Title, (await app.IdeaAsync(id)).DishId));
    }

    [Fact]
    public void Notes_with_an_idea_hold_both_never_twice_and_never_too_much()
    {
        var text = Gen.String[Gen.Char["ab \n"], 0, 30];
        Gen.Select(text, Gen.String[Gen.Char["xy"], 1, 20], Gen.Int[10, 60]).Sample((notes, idea, most) =>
        {
            var noted = DishIdeasView.Noted(notes, idea, most);
            Assert.Equal(
                noted is null, notes.TrimEnd().Length + (string.IsNullOrWhiteSpace(notes) ? 0 : 1) + idea.Length > most && noted is null);
            if (noted is null)
                return;
            Assert.Contains(idea, noted, StringComparison.Ordinal);
            Assert.StartsWith(string.IsNullOrWhiteSpace(notes) ? "" : notes.TrimEnd(), noted, StringComparison.Ordinal);
            Assert.InRange(noted.Length, idea.Length, most);
            Assert.Equal(noted, DishIdeasView.Noted(noted, idea, most));
        });
    }

    private static string[] Titles(WebPage page) =>
        [.. page.Document.QuerySelectorAll("section[aria-labelledby=wanted] a.cover").Select(link => link.TextContent)];
}
