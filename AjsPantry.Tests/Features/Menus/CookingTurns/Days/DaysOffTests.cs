using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Dashboard;
using AjsPantry.Tests.Features.People;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.CookingTurns.Days;

/// <summary>
/// Weekdays that the rota leaves out are no days to plan. The tests' today is Sunday 15 March 2026; on the first floor of North is cooked
/// from Monday to Saturday.
/// </summary>
public sealed class DaysOffTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Today = TestClock.Today;

    [Fact]
    public async Task The_board_shows_such_a_day_and_does_not_count_it()
    {
        await WithoutAsync(0);
        var board = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus");
        var sunday = board.Document.QuerySelectorAll("ol.week > li")[0];
        Assert.Contains("No cooking on Sundays.", sunday.TextContent, StringComparison.Ordinal);
        Assert.Empty(sunday.QuerySelectorAll("a.btn"));
        Assert.Equal("6 days have no meal yet", board.Answer);
        Assert.Equal("No cooking today", (await (await app.SignInAsync(Cast.Member)).GetAsync("/menus")).Answer);
    }

    [Fact]
    public async Task The_planner_has_no_row_for_it_and_says_why()
    {
        await WithoutAsync(0, 2);
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/plan");
        Assert.Equal("5 days are open", page.Answer);
        Assert.Equal(5, page.Document.QuerySelectorAll("fieldset.plan").Length);
        Assert.Contains("No cooking on Tuesdays.", page.Text, StringComparison.Ordinal);
        Assert.Contains("No cooking on Sundays.", (await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/add?day=2026-03-22")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Homes_do_not_miss_a_meal_on_it()
    {
        await WithoutAsync(0, 1, 2);
        var head = await app.HomeAsync(Cast.Head);
        Assert.Contains("4 of the next 7 days have no meal yet", head.Card("answer"), StringComparison.Ordinal);
        Assert.Equal("· Today No cooking on Sundays.", head.Lines("meals")[0]);
        Assert.Equal(["· Tomorrow No cooking on Mondays.", "· Tue 17 Mar No cooking on Tuesdays."],
            (await app.HomeAsync(Cast.Member)).Lines("meals"));
    }

    [Fact]
    public async Task An_admin_sees_a_floor_planned_when_its_cooking_days_are()
    {
        await WithoutAsync(0, 1, 2, 3, 4);
        await app.PlanAsync(new DateOnly(2026, 3, 20), "Friday dish");
        var page = await app.HomeAsync(Cast.Admin);
        Assert.Equal("1 of 2 days planned; open: Sat 21 Mar",
            page.Document.QuerySelector("table.floors tbody tr svg.seven")!.GetAttribute("aria-label")!.Replace('\u00a0', ' '));
        Assert.Contains("Days planned 1 of 9 the next seven days", page.Tiles());
        await app.PlanAsync(new DateOnly(2026, 3, 21), "Saturday dish");
        Assert.Contains(
            "Floor 2 has few meals planned. Fewer than 3 of the next 7 days have a meal.",
            (await app.HomeAsync(Cast.Admin)).Lines("needs").Select(line => line.Replace(" See the week", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_calendar_says_so_too()
    {
        await WithoutAsync(0);
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/calendar?day=2026-03-22");
        Assert.Contains("No cooking", page.Document.QuerySelector("#day")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Plan a meal", page.Document.QuerySelector("#day")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rule_of_the_day_counts_and_a_day_that_was_given_to_somebody_is_cooked_on()
    {
        await WithoutAsync(0);
        await WithoutAsync(new DateOnly(2026, 3, 20), 1);
        await app.TurnAsync(Today, await app.NewRoomAsync("Sunday cook"));
        var days = (await (await app.SignInAsync(Cast.Head)).GetAsync("/menus?week=2026-03-15")).Document.QuerySelectorAll("ol.week > li");
        Assert.DoesNotContain(days, day => day.TextContent.Contains("No cooking", StringComparison.Ordinal));
        days = (await (await app.SignInAsync(Cast.Head)).GetAsync("/menus?week=2026-03-22")).Document.QuerySelectorAll("ol.week > li");
        Assert.Equal(
            [1], Enumerable.Range(0, 7).Where(day => days[day].TextContent.Contains("No cooking on Mondays.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_meal_that_is_planned_for_it_all_the_same_is_shown()
    {
        await WithoutAsync(0);
        await app.PlanAsync(Today, "Sunday treat");
        Assert.Contains("Sunday treat", (await (await app.SignInAsync(Cast.Member)).GetAsync("/menus")).Text, StringComparison.Ordinal);
    }

    private Task WithoutAsync(params int[] weekdays) => WithoutAsync(new DateOnly(2026, 1, 1), weekdays);

    /// <summary>A rota of North's first floor from a day on, for all weekdays but these.</summary>
    private async Task WithoutAsync(DateOnly from, params int[] weekdays)
    {
        var floor = await app.FloorAsync("North", 1);
        await app.InTenantAsync("North", services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Add(new CookingRota
            {
                FloorId = floor.Id,
                StartsOn = from,
                TurnDays = 1,
                Weekdays = [.. Enumerable.Range(0, 7).Except(weekdays)]
            });
            return db.SaveChangesAsync();
        });
    }
}
