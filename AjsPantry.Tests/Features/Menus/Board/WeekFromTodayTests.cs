using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Board;
using AjsPantry.Tests.Features.Dashboard;
using AjsPantry.Tests.Features.People;

namespace AjsPantry.Tests.Features.Menus.Board;

/// <summary>
/// Where a week is shown by default, it is the seven days from today on. The tests' today is Sunday 15 March 2026, 14:30.
/// </summary>
public sealed class WeekFromTodayTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Today = TestClock.Today;

    [Fact]
    public async Task On_a_Sunday_the_board_and_the_planner_have_the_next_six_days()
    {
        await app.PlanAsync(Today.AddDays(-1), "Eaten already");
        await app.PlanAsync(Today.AddDays(6), "Still to come");
        var head = await app.SignInAsync(Cast.Head);
        var board = await head.GetAsync("/menus");
        Assert.Contains("Still to come", board.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Eaten already", board.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["15", "16", "17", "18", "19", "20", "21"], board.Document.QuerySelectorAll("ol.week .d b").Select(day => day.TextContent));
        var planner = await head.GetAsync("/menus/plan");
        Assert.Equal("6 days are open", planner.Answer);
        Assert.Equal("2026-03-15", planner.Document.QuerySelector("fieldset.plan input[name$='.Date']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Whoever_wants_to_plan_comes_to_the_first_days_that_are_open()
    {
        foreach (var day in Enumerable.Range(0, 7))
            await app.PlanAsync(Today.AddDays(day), $"Planned ahead {day}");
        var head = await app.SignInAsync(Cast.Head);
        var answer = await head.GetAsync("/menus/plan");
        Assert.Equal("/menus/plan?week=2026-03-22", answer.Location);
        Assert.Equal("7 days are open", (await answer.FollowAsync()).Answer);
        var planned = await head.GetAsync("/menus/plan?week=2026-03-15");
        Assert.Equal("Every day is planned", planned.Answer);
        Assert.Equal("The days", planned.Document.GetElementById("plan-head")!.TextContent);
        Assert.DoesNotContain("are filled in from the cooking turns", planned.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_and_after_are_seven_days_away_and_an_address_shows_the_days_from_its_day_on()
    {
        var head = await app.SignInAsync(Cast.Head);
        foreach (var page in (string[])["/menus", "/menus/plan"])
        {
            var shown = await head.GetAsync(page);
            var links = shown.Document.QuerySelectorAll(".weeknav a.icon-btn").Select(link => link.GetAttribute("href")!).ToList();
            Assert.Contains("week=2026-03-08", links[0], StringComparison.Ordinal);
            Assert.Contains("week=2026-03-22", links[1], StringComparison.Ordinal);
            Assert.Contains("week=2026-03-29",
                (await head.GetAsync(links[1])).Document.QuerySelectorAll(".weeknav a.icon-btn")[1].GetAttribute("href")!,
                StringComparison.Ordinal);
        }

        var days = (await head.GetAsync("/menus?week=2026-03-18")).Document.QuerySelectorAll("ol.week .d b").Select(day => day.TextContent);
        Assert.Equal(["18", "19", "20", "21", "22", "23", "24"], days);
    }

    [Fact]
    public async Task What_was_planned_is_on_the_board_that_follows_with_the_days_before_it()
    {
        var head = await app.SignInAsync(Cast.Head);
        var answer = await (await head.GetAsync("/menus/add?day=2026-03-18")).SubmitAsync(new() { ["Input.Dish"] = "On Wednesday" });
        Assert.Equal("/menus?week=2026-03-15", answer.Location);
        answer = await (await head.GetAsync("/menus/add?day=2026-03-24")).SubmitAsync(new() { ["Input.Dish"] = "On the Tuesday after" });
        Assert.Equal("/menus?week=2026-03-22", answer.Location);
    }

    [Fact]
    public async Task A_copied_week_fills_each_of_the_seven_days_with_the_dish_of_its_weekday()
    {
        await app.PlanAsync(new DateOnly(2026, 3, 2), "Monday dish");
        await app.PlanAsync(new DateOnly(2026, 3, 8), "Sunday dish");
        var head = await app.SignInAsync(Cast.Head);
        Assert.Contains("Monday dish, Sunday dish", (await head.GetAsync("/menus/plan/copy")).Text, StringComparison.Ordinal);
        var page = await head.GetAsync("/menus/plan?from=2026-03-02&weeks=2");
        var dishes = page.Document.QuerySelectorAll("fieldset.plan input[name$='.Dish']").Select(input => input.GetAttribute("value") ?? "")
            .ToList();
        Assert.Equal(("Sunday dish", "Monday dish"), (dishes[0], dishes[1]));
        Assert.All(dishes.Skip(2), dish => Assert.Equal("", dish));
    }

    [Theory]
    [InlineData(15, 0, 15)]
    [InlineData(21, 0, 15)]
    [InlineData(22, 0, 22)]
    [InlineData(14, 0, 8)]
    public void The_seven_days_that_hold_a_day_are_counted_from_another(int day, int more, int first) =>
        Assert.Equal(new DateOnly(2026, 3, first), WeekAddress.Holding(new DateOnly(2026, 3, day).AddDays(more), Today));

    [Theory]
    [InlineData(2, 30, "Masala poha", "Breakfast today, cooked by Early room, and 1 more meal after it.")] // 08:00 in Kolkata
    [InlineData(4, 59, "Masala poha", "Breakfast today, cooked by Early room, and 1 more meal after it.")]
    [InlineData(5, 0, "Dal khichdi", "Dinner today.")]
    [InlineData(16, 59, "Dal khichdi", "Dinner today.")]
    [InlineData(17, 0, "Idli", "Breakfast tomorrow.")]
    public async Task The_line_of_a_members_home_moves_on_when_a_meal_is_over(int hour, int minute, string answer, string more)
    {
        await TestServer.WriteAsync(
            app.Database, $"UPDATE tenants SET meals = ARRAY['breakfast', 'dinner'] WHERE id = '{Cast.TenantId("North")}'");
        await app.PlanAsync(Today, "Masala poha", room: await app.NewRoomAsync("Early room"));
        await app.PlanAlsoAsync(Today, "dinner", "Dal khichdi");
        await app.PlanAsync(Today.AddDays(1), "Idli");
        app.Clock.AdjustTime(new DateTimeOffset(2026, 3, 15, hour, minute, 0, TimeSpan.Zero));
        var home = await app.HomeAsync(Cast.Member);
        Assert.Equal(answer, home.Answer);
        Assert.Contains(more, home.Card("answer"), StringComparison.Ordinal);
        Assert.Contains(answer, home.Lines("meals")[0], StringComparison.Ordinal);
        Assert.Contains($"{answer} {(answer == "Idli" ? "tomorrow" : "today")}", (await app.HomeAsync(Cast.Head)).Card("answer"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("breakfast", "10:29", "10:30")]
    [InlineData("lunch", "14:59", "15:00")]
    [InlineData("snack", "17:59", "18:00")]
    [InlineData("dinner", "22:29", "22:30")]
    [InlineData("supper", "22:29", "22:30")]
    public void Every_meal_has_its_hour(string meal, string before, string over) =>
        Assert.Equal(
            (false, true), (MealHours.IsOver(meal, TimeOnly.Parse(before, null)), MealHours.IsOver(meal, TimeOnly.Parse(over, null))));
}
