using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.Notices;
using AjsPantry.Tests.Features.Menus.Dishes;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Menus.Meals;

/// <summary>Two who plan, change, cancel or answer the same at once. The admin is the second head.</summary>
public sealed class PlanRacesTests(MeanwhileApp app) : IClassFixture<MeanwhileApp>
{
    private static readonly DateOnly Monday = new(2026, 3, 23);

    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task A_form_that_meets_another_for_the_same_meal_is_told()
    {
        var mine = await (await Head).GetAsync("/menus/add?day=2026-03-23");
        var theirs = await AdminAsync("/menus/add?day=2026-03-23&floor=1");
        app.Meanwhile.Before("INSERT INTO menus", () => SavedAsync(theirs, new() { ["Input.Dish"] = "Theirs" }));
        var answer = await mine.SubmitAsync(new() { ["Input.Dish"] = "Mine" });
        Assert.True(app.Meanwhile.IsOver);
        Assert.Equal(["Input_Date: This meal is already planned. Edit that one, or choose another day."], answer.Errors);
        Assert.Equal(["23 Theirs"], await MealsAsync());
        Assert.Equal(0, await app.CountDishesAsync("Mine"));
    }

    [Fact]
    public async Task A_planner_that_meets_a_form_saves_nothing_until_it_is_answered()
    {
        var page = await (await Head).GetAsync("/menus/plan?week=2026-03-23");
        var theirs = await AdminAsync("/menus/add?day=2026-03-24&floor=1");
        app.Meanwhile.Before("INSERT INTO menus", () => SavedAsync(theirs, new() { ["Input.Dish"] = "Theirs" }));
        var answer = await page.SubmitAsync(new() { ["Input.Rows[0].Dish"] = "My Monday", ["Input.Rows[1].Dish"] = "My Tuesday" });
        Assert.True(app.Meanwhile.IsOver);
        const string Sentence = "Someone else planned this meal in the meantime. Tick the box to replace theirs, or save the others.";
        Assert.EndsWith(Sentence, Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal(["24 Theirs"], await MealsAsync());
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
        Assert.Equal(["23 My Monday", "24 Theirs"], await MealsAsync());
    }

    [Fact]
    public async Task Of_two_who_change_a_meal_at_once_the_second_sees_both()
    {
        var id = await app.PlanAsync(Monday, "As it was");
        var mine = await (await Head).GetAsync($"/menus/{id}/edit");
        var theirs = await AdminAsync($"/menus/{id}/edit?floor=1");
        app.Meanwhile.Before("UPDATE menus", () => SavedAsync(theirs, new() { ["Input.Side"] = "Pickle" }));
        var answer = await mine.SubmitAsync(new() { ["Input.Dish"] = "As I want it" });
        Assert.True(app.Meanwhile.IsOver);
        Assert.Equal(("Someone else changed this meal", "As I want it"), (answer.Answer, answer.Value("Input.Dish")));
        Assert.Contains("They saved As it was with Pickle", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["23 As it was"], await MealsAsync());
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
        Assert.Equal(["23 As I want it"], await MealsAsync());
    }

    [Fact]
    public async Task Of_two_meals_that_move_onto_one_day_at_once_the_second_stays()
    {
        var one = await app.PlanAsync(Monday, "One");
        var other = await app.PlanAsync(Monday.AddDays(1), "Other");
        var mine = await (await Head).GetAsync($"/menus/{one}/edit");
        var theirs = await AdminAsync($"/menus/{other}/edit?floor=1");
        Dictionary<string, string> friday = new() { ["Input.Date"] = "2026-03-27" };
        app.Meanwhile.Before("UPDATE menus", () => SavedAsync(theirs, friday));
        var answer = await mine.SubmitAsync(friday);
        Assert.True(app.Meanwhile.IsOver);
        Assert.Equal(["Input_Date: This meal is already planned. Edit that one, or choose another day."], answer.Errors);
        Assert.Equal(["23 One", "27 Other"], await MealsAsync());
    }

    [Theory]
    [InlineData("UPDATE menus")]
    [InlineData("FROM menus AS")]
    public async Task Whoever_changes_a_meal_that_is_cancelled_in_the_same_moment_is_told(string moment)
    {
        var id = await app.PlanAsync(Monday, "Cancelled meanwhile");
        var mine = await (await Head).GetAsync($"/menus/{id}/edit");
        var theirs = await AdminAsync($"/menus/{id}/cancel?floor=1");
        // The page looks at the meal first, and its handler does so once more.
        if (moment.StartsWith("FROM", StringComparison.Ordinal))
            app.Meanwhile.Before(moment, () => Task.CompletedTask);
        app.Meanwhile.Before(moment, () => SavedAsync(theirs, new() { ["Input.Reason"] = "No gas" }));
        var answer = await mine.SubmitAsync(new() { ["Input.Dish"] = "Too late" });
        Assert.True(app.Meanwhile.IsOver);
        Assert.Equal((302, $"/menus/{id}"), (answer.Status, answer.Location));
        var page = await answer.FollowAsync();
        Assert.Equal("Someone else just cancelled this meal. Your changes were not saved.", page.Toast);
        Assert.Contains("No gas", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.CountDishesAsync("Too late"));
    }

    [Fact]
    public async Task Cancelling_wins_over_a_change_in_the_same_moment()
    {
        var id = await app.PlanAsync(Monday, "Changed meanwhile");
        var mine = await (await Head).GetAsync($"/menus/{id}/cancel");
        var theirs = await AdminAsync($"/menus/{id}/edit?floor=1");
        app.Meanwhile.Before("UPDATE menus", () => SavedAsync(theirs, new() { ["Input.Notes"] = "Less salt" }));
        Assert.Equal(302, (await mine.SubmitAsync(new() { ["Input.Reason"] = "No gas" })).Status);
        Assert.True(app.Meanwhile.IsOver);
        var menu = await app.MenuAsync(id);
        Assert.Equal(("No gas", "Less salt"), (menu.CancelReason, menu.Notes));
    }

    [Fact]
    public async Task Whoever_declines_what_is_planned_in_the_same_moment_is_told_and_nobody_hears_both()
    {
        var id = await app.WishAsync(Monday, "Wished for", Cast.Member);
        var mine = await (await Head).GetAsync($"/menus/suggestions/{id}/decline");
        var theirs = await AdminAsync($"/menus/add?suggestion={id}&floor=1");
        app.Meanwhile.Before("UPDATE meal_suggestions", () => SavedAsync(theirs, []));
        var answer = await mine.SubmitAsync(new() { ["Input.Answer"] = "No oven" });
        Assert.True(app.Meanwhile.IsOver);
        Assert.Equal(["Input_Answer: It was answered in the meantime, or its day is over."], answer.Errors);
        var wish = await WishAsync(id);
        Assert.Equal((SuggestionState.Accepted, null), (wish.State, wish.Answer));
        Assert.Equal(["Your suggestion Wished for is on the menu"], await ToldAsync(id));
    }

    [Fact]
    public async Task Whoever_takes_back_what_is_planned_in_the_same_moment_is_told()
    {
        var id = await app.WishAsync(Monday, "Wished for", Cast.Member);
        var mine = await (await app.SignInAsync(Cast.Member)).GetAsync($"/menus/suggestions/{id}/withdraw");
        var theirs = await AdminAsync($"/menus/add?suggestion={id}&floor=1");
        app.Meanwhile.Before("UPDATE meal_suggestions", () => SavedAsync(theirs, []));
        var answer = await mine.SubmitAsync([]);
        Assert.True(app.Meanwhile.IsOver);
        Assert.Equal($"/menus/suggestions/{id}", answer.Location);
        Assert.Equal("It was answered in the meantime, or its day is over.", (await answer.FollowAsync()).Toast);
        Assert.Equal(SuggestionState.Accepted, (await WishAsync(id)).State);
    }

    [Fact]
    public async Task What_is_taken_back_while_it_is_planned_is_a_meal_and_no_answer()
    {
        var id = await app.WishAsync(Monday, "Wished for", Cast.Member);
        var theirs = await (await app.SignInAsync(Cast.Member)).GetAsync($"/menus/suggestions/{id}/withdraw");
        var mine = await (await Head).GetAsync($"/menus/add?suggestion={id}");
        app.Meanwhile.Before("SELECT FROM meal_suggestions", () => SavedAsync(theirs, []));
        Assert.Equal(302, (await mine.SubmitAsync([])).Status);
        Assert.True(app.Meanwhile.IsOver);
        var wish = await WishAsync(id);
        Assert.Equal((SuggestionState.Withdrawn, null), (wish.State, wish.MenuId));
        Assert.Equal(["23 Wished for"], await MealsAsync());
        Assert.Empty(await ToldAsync(id));
    }

    private async Task<WebPage> AdminAsync(string address) => await (await app.SignInAsync(Cast.Admin)).GetAsync(address);

    private static async Task SavedAsync(WebPage page, Dictionary<string, string> typed) =>
        Assert.Equal(302, (await page.SubmitAsync(typed)).Status);

    private Task<List<string>> MealsAsync() => app.ReadAsync("North", db => db.Menus
        .Where(menu => menu.CancelledAt == null && menu.Date >= Monday && menu.Date <= Monday.AddDays(6)).OrderBy(menu => menu.Date)
        .Select(menu => menu.Date.Day + " " + menu.Dish!.Name).ToListAsync());

    private Task<MealSuggestion> WishAsync(Guid id) =>
        app.ReadAsync("North", db => db.MealSuggestions.AsNoTracking().SingleAsync(wish => wish.Id == id));

    private async Task<List<string>> ToldAsync(Guid wish)
    {
        var member = await app.IdAsync(Cast.Member);
        return await app.ReadAsync(
            "North", db => db.Notices.Where(notice => notice.MemberId == member && notice.SubjectId == wish && notice.Step == "answered")
            .Select(notice => notice.Title).ToListAsync());
    }
}
