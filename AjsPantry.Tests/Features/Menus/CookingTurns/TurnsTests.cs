using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Tests.Features.People;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.CookingTurns;

/// <summary>The tests' today is Sunday 15 March 2026.</summary>
public sealed class TurnsTests(PantryApp app) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private readonly TurnsFloor _floor = new(app);

    /// <summary>Every test begins with a floor of three rooms that has no rota.</summary>
    public async ValueTask InitializeAsync() => await _floor.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_head_sets_the_order_and_everybody_sees_whose_turn_it_is_and_why()
    {
        await SetAsync();
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/turns");
        Assert.Equal("Your turn is tomorrow", page.Answer);
        var rows = page.Document.QuerySelectorAll(".turns .item");
        // Why is said where it is not the order.
        Assert.Equal("Mon 16 Mar Room A",
            rows[0].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Aggregate((one, other) => $"{one} {other}"));
        Assert.All(rows, row => Assert.Single(row.QuerySelectorAll("a, button")));
        Assert.Equal(["Next week", "23–29 Mar"],
            page.Document.QuerySelectorAll(".turns h2").Take(2).Select(week => week.TextContent.Replace('\u00a0', ' ')));
        var day = await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/turns/day?day=2026-03-16");
        Assert.Equal("You cook that day", day.Answer);
        Assert.Contains("Room A’s turn.", day.Text, StringComparison.Ordinal);
        Assert.NotNull(day.Document.QuerySelector("main a[href*='/menus/turns/swap?day=2026-03-16']"));
        Assert.Null(day.Document.QuerySelector("main form"));
        Assert.Equal(403,
            (await (await app.SignInAsync(Cast.Member)).PostAsync(
                "/menus/turns/day?day=2026-03-16", new() { ["Input.Room"] = ChangeDay.Nobody, ["Input.Reason"] = "Mine" })).Status);
        var duties = await _floor.DutiesAsync();
        Assert.Equal(WriteTurns.DaysAhead, duties.Count);
        Assert.Equal("Room A cooks tomorrow", (await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns")).Answer);
    }

    [Fact]
    public async Task Bad_input_is_said_at_its_field_and_stays()
    {
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/rota");
        var answer = await page.SubmitAsync(
            new() { ["Input.StartsOn"] = "2026-03-01", ["Input.TurnDays"] = "1", ["Input.Weekdays"] = "1" });
        Assert.Equal(["Input_StartsOn: Choose today or a later day."], answer.Errors);
        answer = await page.SubmitAsync(new() { ["Input.StartsOn"] = "2026-06-08", ["Input.TurnDays"] = "1", ["Input.Weekdays"] = "1" });
        Assert.Equal(["Input_StartsOn: That is too far ahead. Choose a day within the next 12 weeks."], answer.Errors);
        answer = await page.SubmitAsync(new() { ["Input.StartsOn"] = "soon", ["Input.TurnDays"] = "15", ["Input.Weekdays"] = "9" });
        Assert.Equal(3, answer.Errors.Count);
        Assert.Equal("15", answer.Value("Input.TurnDays"));
    }

    [Fact]
    public async Task A_turn_whose_people_are_all_away_says_so_in_the_list_and_on_its_day()
    {
        var day = new DateOnly(2026, 4, 21);
        await app.TurnAsync(day, await app.NewRoomAsync("Away on turn", 1, Cast.Member));
        await app.AwayAsync(Cast.Member, day, day);
        var member = await app.SignInAsync(Cast.Member);
        var head = await app.SignInAsync(Cast.Head);
        Assert.Contains("Nobody is there", (await member.GetAsync("/menus/turns")).Text, StringComparison.Ordinal);
        Assert.Contains("Nobody is there", (await head.GetAsync("/menus/turns")).Text, StringComparison.Ordinal);
        var own = await member.GetAsync("/menus/turns/day?day=2026-04-21");
        Assert.Equal("Your room cooks that day, and you are away", own.Answer);
        Assert.Contains("Nobody from Away on turn is there on this day. Ask another room for a swap", own.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody from Away on turn is there on this day. Choose below who cooks instead.",
            (await head.GetAsync("/menus/turns/day?day=2026-04-21")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_without_cooking_moves_the_order_on_and_back()
    {
        await SetAsync();
        await _floor.ChangeAsync(17, null, "Holiday");
        Assert.Equal("A - B C A", await _floor.OrderAsync(5));
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/turns");
        Assert.Contains("No cooking: Holiday", page.Text, StringComparison.Ordinal);
        var undo = await (await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/day?day=2026-03-17")).SubmitAsync(
            [], "form[action*=Undo]");
        Assert.Equal(302, undo.Status);
        Assert.Equal("A B C A B", await _floor.OrderAsync(5));
    }

    [Fact]
    public async Task A_day_that_is_given_away_costs_nobody_a_turn()
    {
        await SetAsync();
        await _floor.ChangeAsync(16, _floor.Rooms[2], "Exams");
        Assert.Equal("C A B C A", await _floor.OrderAsync(5));
        Assert.Equal("Given to Room C: Exams", (await _floor.DutiesAsync())[0].Reason);
        await _floor.ChangeAsync(16, _floor.Rooms[1], "Exams are over");
        Assert.Equal("B A B C A", await _floor.OrderAsync(5));
        await _floor.ChangeAsync(16, null, "Nobody after all");
        Assert.Equal("- A B C A", await _floor.OrderAsync(5));
    }

    [Fact]
    public async Task Swapped_turns_move_with_the_order()
    {
        await SetAsync();
        await _floor.SwapAsync(new DateOnly(2026, 3, 17), new DateOnly(2026, 3, 18));
        Assert.Equal("A C B A B", await _floor.OrderAsync(5));
        await _floor.ChangeAsync(16, null, "Holiday");
        Assert.Equal("- A C B A", await _floor.OrderAsync(5));
        await _floor.ChangeAsync(18, _floor.Rooms[0], "Asked for it");
        Assert.Equal("- A A C B A", await _floor.OrderAsync(6));
    }

    [Fact]
    public async Task Days_without_cooking_in_a_row_are_one_form_and_so_is_putting_them_back()
    {
        await SetAsync();
        await _floor.SwapAsync(new DateOnly(2026, 3, 17), new DateOnly(2026, 3, 18));
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/day?day=2026-03-17");
        Assert.Equal("Choose", page.Document.QuerySelector("#Input_Room option")!.TextContent);
        var answer = await page.SubmitAsync(
            new() { ["Input.Room"] = ChangeDay.Nobody, ["Input.Until"] = "2026-04-06", ["Input.Reason"] = "Holidays" });
        Assert.Equal("Tue 17 Mar to Mon 6 Apr: Nobody cooks on those days. The order continues after them.",
            (await answer.FollowAsync()).Toast.Replace('\u00a0', ' '));
        Assert.Equal("A" + string.Concat(Enumerable.Repeat(" -", 21)) + " C B A B", await _floor.OrderAsync(26));
        page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/day?day=2026-03-20");
        Assert.Equal("Fri 20 Mar is back in the order.",
            (await (await page.SubmitAsync([], "form[action*=Undo]")).FollowAsync()).Toast.Replace('\u00a0', ' '));
        page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/day?day=2026-03-21");
        answer = await page.SubmitAsync(new() { ["until"] = "2026-04-06" }, "form[action*=Undo]");
        Assert.Equal("Sat 21 Mar to Mon 6 Apr are back in the order.", (await answer.FollowAsync()).Toast.Replace('\u00a0', ' '));
        Assert.Equal("A - - - C B A B C A", await _floor.OrderAsync(10));
    }

    [Theory]
    [InlineData("Input.Room", "", "Input_Room: Choose who cooks, or Nobody cooks.")]
    [InlineData("Input.Until", "soon", "Input_Until: Choose the last day, or leave it empty for one day.")]
    [InlineData("Input.Until", "2026-03-16", "Input_Until: The last day comes before the first. Choose a later one.")]
    [InlineData("Input.Until", "2026-06-08", "Input_Until: That is too far ahead. Choose a day within the next 12 weeks.")]
    public async Task A_change_of_days_that_cannot_be_is_said_at_its_field(string field, string typed, string message)
    {
        await SetAsync();
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/day?day=2026-03-17");
        var before = await Rows.ReadAsync(app.Database);
        Dictionary<string, string> values = new() { ["Input.Room"] = ChangeDay.Nobody, ["Input.Reason"] = "Holidays" };
        values[field] = typed;
        Assert.Equal([message], (await page.SubmitAsync(values)).Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Many_changes_at_once_leave_one_row_a_day_in_the_order()
    {
        await SetAsync();
        var head = await app.SignInAsync(Cast.Head);
        var pages = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(day => head.GetAsync($"/menus/turns/day?day=2026-03-{17 + (day % 2)}")));
        await Task.WhenAll(
            pages.Select((page,
                index) =>
                    page.SubmitAsync(
                        new()
                        {
                            ["Input.Room"] = index < 2 ? ChangeDay.Nobody : _floor.Rooms[0].ToString(),
                            ["Input.Reason"] = "At once"
                        })));
        var duties = await _floor.DutiesAsync();
        Assert.Equal(duties.Count, duties.Select(duty => duty.Date).Distinct().Count());
        var turns = duties.Where(duty => duty.Turn is not null).Select(duty => duty.Turn!.Value).ToList();
        Assert.Equal(Enumerable.Range(0, turns.Count), turns);
    }

    [Fact]
    public async Task The_nightly_job_adds_the_days_that_came_into_reach_and_nothing_twice()
    {
        await SetAsync();
        var before = await _floor.DutiesAsync();
        Assert.Equal("7 turns added", await RunAsync("2026-03-22"));
        Assert.Equal("nothing to add", await RunAsync("2026-03-22"));
        var after = await _floor.DutiesAsync();
        Assert.Equal(before.Select(duty => (duty.Id, duty.Version)), after.Take(before.Count).Select(duty => (duty.Id, duty.Version)));
        Assert.Equal(Enumerable.Range(0, after.Count), after.Select(duty => duty.Turn!.Value));
    }

    [Fact]
    public async Task Jobs_that_run_at_once_write_no_day_twice()
    {
        await SetAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync("2026-03-25")));
        Assert.Equal(["10 turns added", "nothing to add", "nothing to add", "nothing to add"], results.Order(StringComparer.Ordinal));
        var duties = await _floor.DutiesAsync();
        Assert.Equal(Enumerable.Range(0, duties.Count), duties.Select(duty => duty.Turn!.Value));
    }

    [Theory]
    [InlineData("2026-03-14")]
    [InlineData("2027-03-14")]
    [InlineData("soon")]
    public async Task A_past_day_a_far_one_and_none_at_all_cannot_be_changed(string day) =>
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/turns/day?day={day}")).Status);

    [Fact]
    public async Task Those_of_other_floors_and_tenants_see_and_change_nothing_of_it()
    {
        await SetAsync();
        foreach (var person in (Person[])[Cast.OtherFloorHead, Cast.OtherTenantHead])
            Assert.DoesNotContain(
                "Room A", (await (await app.SignInAsync(person)).GetAsync("/menus/turns")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync("/menus/turns?floor=1")).Status);
        var page = await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync("/menus/turns/day?day=2026-03-17");
        Assert.Equal(["Input_Room: It was removed in the meantime. Choose another."],
            (await page.SubmitAsync(new() { ["Input.Room"] = _floor.Rooms[0].ToString(), ["Input.Reason"] = "Theirs" })).Errors);
        Assert.Equal("A B C", await _floor.OrderAsync(3));
    }

    private Task SetAsync() => _floor.SetAsync("2026-03-16", 1, 2, 3);

    private Task<string> RunAsync(string period) => app.InTenantAsync("North", services =>
        services.GetServices<TenantJob>().OfType<KeepTurnsAhead>().Single().RunAsync(period, CancellationToken.None));

    private static IEnumerable<Guid> Order(WebPage page) =>
        page.Document.QuerySelectorAll("input[name^='Input.Order']").Select(field => Guid.Parse(field.GetAttribute("value")!));
}
