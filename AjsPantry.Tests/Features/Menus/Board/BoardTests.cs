using AjsPantry.Tests.Features.People;

namespace AjsPantry.Tests.Features.Menus.Board;

/// <summary>What the week's board says of cooks, absences and suggestions. Every test has a week of its own.</summary>
public sealed class BoardTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task Each_meal_names_its_cook_where_a_days_meals_have_several()
    {
        var first = await app.NewRoomAsync("Early room");
        var second = await app.NewRoomAsync("Late room");
        await app.PlanAsync(new DateOnly(2026, 3, 23), "Morning dish", room: first);
        await app.PlanAlsoAsync(new DateOnly(2026, 3, 23), "dinner", "Evening dish", second);
        await app.PlanAsync(new DateOnly(2026, 3, 24), "Morning dish", room: first);
        await app.PlanAlsoAsync(new DateOnly(2026, 3, 24), "dinner", "Evening dish", first);
        var days = (await (await app.SignInAsync(Cast.Head)).GetAsync("/menus?week=2026-03-23")).Document.QuerySelectorAll("ol.week > li");
        Assert.Empty(days[0].QuerySelectorAll(".cook"));
        Assert.Equal(["Early room", "Late room"], days[0].QuerySelectorAll(".by .room").Select(cook => cook.Words()));
        Assert.Equal("Early room", days[1].QuerySelector(".cook")!.Words());
        Assert.Empty(days[1].QuerySelectorAll(".by"));
    }

    [Fact]
    public async Task Whoever_of_the_cooks_is_away_stands_with_the_day_and_nobody_else()
    {
        var away = await app.NewAsync(name: "Insia Away");
        var other = await app.NewAsync(name: "Zoher Elsewhere");
        await app.AwayAsync(away, new DateOnly(2026, 3, 31), new DateOnly(2026, 4, 1));
        await app.AwayAsync(other, new DateOnly(2026, 3, 30), new DateOnly(2026, 4, 5));
        var room = await app.NewRoomAsync("Absent room", 1, away);
        await app.TurnAsync(new DateOnly(2026, 3, 31), room);
        await app.PlanAsync(new DateOnly(2026, 4, 1), "Dish of the absent", room: room);
        await app.PlanAsync(new DateOnly(2026, 4, 2), "Dish of the present", room: room);
        var days = (await (await app.SignInAsync(Cast.Member)).GetAsync("/menus?week=2026-03-30")).Document
            .QuerySelectorAll("ol.week > li");
        Assert.Equal(
            [1, 2], Enumerable.Range(0, 7).Where(day => days[day].TextContent.Contains("Away: Insia Away", StringComparison.Ordinal)));
        Assert.DoesNotContain(days, day => day.TextContent.Contains("Zoher", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_board_asks_as_often_whatever_is_planned_wished_or_away()
    {
        var head = await app.SignInAsync(Cast.Head);
        await app.PlanAsync(new DateOnly(2026, 4, 5), "Dish 05");
        await head.GetAsync("/menus?week=2026-03-30");
        app.Commands.Clear();
        await head.GetAsync("/menus?week=2026-03-30");
        var few = app.Commands.All.Count;
        for (var day = new DateOnly(2026, 4, 6); day <= new DateOnly(2026, 4, 12); day = day.AddDays(1))
        {
            var person = await app.NewAsync();
            await app.AwayAsync(person, day, day.AddDays(3));
            await app.PlanAsync(day, $"Dish {day:dd}", room: await app.NewRoomAsync($"Budget {day:dd}", 1, person));
            await app.WishAsync(day, $"Wish {day:dd}", person);
        }

        await head.GetAsync("/menus?week=2026-04-06");
        app.Commands.Clear();
        Assert.Contains("suggestion", (await head.GetAsync("/menus?week=2026-04-06")).Text, StringComparison.Ordinal);
        Assert.Equal(few, app.Commands.All.Count);
    }
}
