using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Menus.Planner;

/// <summary>The planner of the open days. Every test has a week of its own.</summary>
public sealed class PlannerTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task Only_what_was_filled_is_saved_and_every_other_day_stays()
    {
        var monday = new DateOnly(2026, 3, 23);
        await app.PlanAsync(monday, "Kept dish", side: "Kept side");
        await app.PlanAsync(monday.AddDays(6), "Kept Sunday dish");
        var page = await (await Head).GetAsync("/menus/plan?week=2026-03-23");
        Assert.Equal(5, page.Document.QuerySelectorAll("fieldset.plan").Length);
        var answer = await page.SubmitAsync(
            new()
            {
                [PlannerActs.Row(page, "2026-03-24", "Dish")] = "Only poha",
                [PlannerActs.Row(page, "2026-03-24", "Side")] = "Only chutney",
                [PlannerActs.Row(page, "2026-03-27", "Dish")] = "only POHA"
            });
        Assert.Equal("/menus?week=2026-03-23", answer.Location);
        Assert.Equal("2 meals are planned. Only poha and Only chutney are added to the dishes.", (await answer.FollowAsync()).Toast);
        Assert.Equal(["23 Kept dish with Kept side", "24 Only poha with Only chutney", "27 Only poha", "29 Kept Sunday dish"],
            await app.MealsAsync(monday));
    }

    [Fact]
    public async Task More_than_five_rows_take_no_planned_day_away()
    {
        var monday = new DateOnly(2026, 3, 30);
        await app.PlanAsync(monday.AddDays(3), "In the middle");
        var page = await (await Head).GetAsync("/menus/plan?week=2026-03-30");
        var days = Enumerable.Range(0, 7).Where(day => day != 3).Select(day => $"{monday.AddDays(day):yyyy-MM-dd}");
        Assert.Equal(
            302, (await page.SubmitAsync(days.ToDictionary(day => PlannerActs.Row(page, day, "Dish"), day => $"Dish {day[^2..]}"))).Status);
        Assert.Equal(7, (await app.MealsAsync(monday)).Count);
        Assert.Contains("02 In the middle", await app.MealsAsync(monday));
    }

    [Fact]
    public async Task A_meal_that_somebody_planned_meanwhile_stops_all_of_it_until_it_is_answered()
    {
        var monday = new DateOnly(2026, 4, 6);
        var page = await (await Head).GetAsync("/menus/plan?week=2026-04-06");
        await app.PlanAsync(monday.AddDays(1), "Theirs", side: "Pickle");
        var answer = await page.SubmitAsync(
            new()
            {
                [PlannerActs.Row(page, "2026-04-06", "Dish")] = "Mine on Monday",
                [PlannerActs.Row(page, "2026-04-07", "Dish")] = "Mine on Tuesday",
                [PlannerActs.Row(page, "2026-04-08", "Dish")] = "Mine on Wednesday"
            });
        Assert.Equal(
            ["Someone else planned this meal in the meantime. Tick the box to replace theirs, or save the others."], Words(answer));
        Assert.Equal(["07 Theirs with Pickle"], await app.MealsAsync(monday));
        Assert.Equal(("Mine on Monday", "Mine on Tuesday", "Mine on Wednesday"),
            (Typed(answer, "2026-04-06"), Typed(answer, "2026-04-07"), Typed(answer, "2026-04-08")));
        Assert.Contains("Replace Theirs with Pickle", answer.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
        Assert.Equal(["06 Mine on Monday", "07 Theirs with Pickle", "08 Mine on Wednesday"], await app.MealsAsync(monday));
    }

    [Fact]
    public async Task The_same_form_sent_twice_plans_once()
    {
        var page = await (await Head).GetAsync("/menus/plan?week=2026-04-13");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3)
            .Select(_ =>
                page.SubmitAsync(
                    new()
                    {
                        [PlannerActs.Row(page, "2026-04-13", "Dish")] = "Twice new",
                        [PlannerActs.Row(page, "2026-04-14", "Dish")] = "Twice newer"
                    })));
        Assert.Single(answers, answer => answer.Status == 302);
        Assert.Equal(["13 Twice new", "14 Twice newer"], await app.MealsAsync(new DateOnly(2026, 4, 13)));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_row_and_nothing_is_saved()
    {
        var page = await (await Head).GetAsync("/menus/plan?week=2026-04-20");
        var nothing = await page.SubmitAsync([]);
        Assert.Equal(("There is nothing to save yet", "Write a dish for at least one meal."),
            (nothing.Answer, nothing.Document.QuerySelector(".callout.bad")!.TextContent.Trim()));
        Assert.DoesNotContain("in red", nothing.Text, StringComparison.Ordinal);
        var foreign = await app.NewRoomAsync("Not ours", floor: 2);
        var answer = await page.SubmitAsync(new()
        {
            [PlannerActs.Row(page, "2026-04-20", "Dish")] = "Good dish",
            [PlannerActs.Row(page, "2026-04-21", "Side")] = "Lonely side",
            [PlannerActs.Row(page, "2026-04-22", "Dish")] = "***",
        });
        Assert.Equal(["Write what is cooked.", "Use at least one letter."], Words(answer));
        Assert.Equal("Please check the rows in red", answer.Answer);
        Assert.Equal(["Tue 21 Apr: Write what is cooked.", "Wed 22 Apr: Use at least one letter."], answer.Summary);
        Assert.Contains(
            "A new dish.", answer.Document.QuerySelector("#plan-2026-04-20-breakfast-hint")!.TextContent, StringComparison.Ordinal);
        answer = await page.SubmitAsync(new()
        {
            [PlannerActs.Row(page, "2026-04-20", "Dish")] = "Good dish",
            [PlannerActs.Row(page, "2026-04-23", "Dish")] = "Same",
            [PlannerActs.Row(page, "2026-04-23", "Side")] = "same",
            [PlannerActs.Row(page, "2026-04-24", "Dish")] = "Foreign cook",
            [PlannerActs.Row(page, "2026-04-24", "Room")] = foreign.ToString(),
        });
        Assert.Equal(
            ["That is the dish itself. Choose another side, or none.", "It was removed in the meantime. Choose another."], Words(answer));
        Assert.Equal(
            ["Thu 23 Apr, side: That is the dish itself. Choose another side, or none.",
                "Fri 24 Apr, cooks: It was removed in the meantime. Choose another."],
            answer.Summary);
        Assert.Empty(await app.MealsAsync(new DateOnly(2026, 4, 20)));
        Assert.Equal(0,
            await app.ReadAsync(
                "North", db => db.Set<AjsPantry.Features.Menus.Dishes.Dish>().CountAsync(dish => dish.Name == "Good dish")));
    }

    [Theory]
    [InlineData("/menus/plan")]
    [InlineData("/menus/plan/copy")]
    public async Task Only_those_who_plan_come_here_and_see_their_own_floor(string address)
    {
        await app.PlanAsync(new DateOnly(2026, 2, 10), "Second floor dish", floor: 2);
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address + "?floor=77")).Status);
        Assert.Equal(404, (await (await Head).GetAsync("/menus/plan/copy?week=soon")).Status);
        foreach (var person in (Person[])[Cast.Head, Cast.OtherTenantHead])
        {
            Assert.DoesNotContain("Second floor dish",
                (await (await app.SignInAsync(person)).GetAsync("/menus/plan/copy?week=2026-02-16")).Text, StringComparison.Ordinal);
            Assert.Null(Typed(await (await app.SignInAsync(person)).GetAsync("/menus/plan?week=2026-06-22&from=2026-02-09"), "2026-06-23"));
        }
    }

    [Fact]
    public async Task The_planner_asks_as_often_for_four_weeks_as_for_one()
    {
        await app.PlanAsync(new DateOnly(2026, 7, 1), "Counted");
        await (await Head).GetAsync("/menus/plan");
        app.Commands.Clear();
        await (await Head).GetAsync("/menus/plan?week=2026-06-29&from=2026-03-02");
        var one = app.Commands.All.Count;
        app.Commands.Clear();
        await (await Head).GetAsync("/menus/plan?week=2026-06-29&weeks=4&from=2026-03-02");
        Assert.Equal(one, app.Commands.All.Count);
    }

    private static string? Typed(WebPage page, string day) =>
        page.Value(PlannerActs.Row(page, day, "Dish")) is { Length: > 0 } typed ? typed : null;

    private static IEnumerable<string> Words(WebPage page) =>
        page.Errors.Select(error => error[(error.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
}
