using AjsPantry.Tests.Features.People;

namespace AjsPantry.Tests.Features.Menus.Meals;

/// <summary>Who cooks a meal, as its form and the planner offer it. The tests' today is Sunday 15 March 2026.</summary>
public sealed class MealCookTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task Another_day_brings_the_room_whose_turn_that_day_is()
    {
        var monday = await app.NewRoomAsync("Monday room");
        var tuesday = await app.NewRoomAsync("Tuesday room");
        await app.TurnAsync(new DateOnly(2026, 3, 16), monday);
        await app.TurnAsync(new DateOnly(2026, 3, 17), tuesday);
        var page = await (await Head).GetAsync("/menus/add?day=2026-03-16");
        Assert.Equal(monday.ToString(), page.Value("Input.Room"));
        var moved = await page.SubmitAsync(
            new() { ["Input.Date"] = "2026-03-17", ["Input.Dish"] = "Typed before" }, button: "handler=Turn");
        Assert.Equal((tuesday.ToString(), "Typed before", "2026-03-17"),
            (moved.Value("Input.Room"), moved.Value("Input.Dish"), moved.Value("Input.Date")));
        Assert.Empty(moved.Errors);

        // The same when a meal is changed; a meal that one person cooks goes with that person.
        var id = await app.PlanAsync(new DateOnly(2026, 3, 16), "Moves with its cook", room: monday);
        var edit = await (await Head).GetAsync($"/menus/{id}/edit");
        Assert.Equal(tuesday.ToString(),
            (await edit.SubmitAsync(new() { ["Input.Date"] = "2026-03-17" }, button: "handler=Turn")).Value("Input.Room"));
        var person = (await app.IdAsync(Cast.Member)).ToString();
        var alone = new Dictionary<string, string> { ["Input.Date"] = "2026-03-17", ["Input.Room"] = "", ["Input.Person"] = person };
        var byDay = edit.Document.QuerySelector("#Input_Date")!.GetAttribute("hx-post")!;
        Assert.Contains("moved=true", byDay, StringComparison.Ordinal);
        var asked = await edit.SubmitAsync(alone, button: "handler=Turn");
        Assert.Equal((tuesday.ToString(), ""), (asked.Value("Input.Room"), asked.Value("Input.Person") ?? ""));
        var kept = await edit.SubmitAsync(new(alone) { ["moved"] = "true" }, button: "handler=Turn");
        Assert.Equal(("", person), (kept.Value("Input.Room") ?? "", kept.Value("Input.Person")));
    }

    [Fact]
    public async Task A_day_of_which_the_turns_say_nothing_leaves_what_was_chosen()
    {
        var room = await app.NewRoomAsync("Chosen by hand");
        var page = await (await Head).GetAsync("/menus/add?day=2026-04-01");
        var moved = await page.SubmitAsync(
            new() { ["Input.Room"] = room.ToString(), ["Input.Date"] = "2026-04-02" }, button: "handler=Turn");
        Assert.Equal(room.ToString(), moved.Value("Input.Room"));
        Assert.Equal(200, (await page.SubmitAsync(new() { ["Input.Date"] = "soon" }, button: "handler=Turn")).Status);
    }

    [Fact]
    public async Task The_form_leads_back_to_the_turns_and_names_who_of_each_room_is_away()
    {
        var away = await app.NewAsync(name: "Insia Gone");
        var other = await app.NewAsync(name: "Zoher Gone");
        var turn = await app.NewRoomAsync("Room in turn", 1, other);
        var chosen = await app.NewRoomAsync("Chosen room", 1, away);
        await app.TurnAsync(new DateOnly(2026, 3, 19), turn);
        await app.AwayAsync(away, new DateOnly(2026, 3, 19), new DateOnly(2026, 3, 19));
        var page = await (await Head).GetAsync("/menus/add?day=2026-03-19");
        var options = page.Document.QuerySelectorAll("#Input_Room option").Select(option => option.Words()).ToList();
        Assert.Equal("Next in turn: Room in turn", options[1]);
        Assert.Contains("Chosen room, away: Insia Gone", options);
        Assert.DoesNotContain("Away that day", page.Text, StringComparison.Ordinal);
        var shown = await ShownAsync(page, chosen);
        Assert.Contains("Away that day: Insia Gone", shown.Text, StringComparison.Ordinal);
        Assert.Equal(chosen.ToString(), shown.Value("Input.Room"));
        Assert.DoesNotContain("Away that day", (await ShownAsync(shown, turn)).Text, StringComparison.Ordinal);
        var alone = await shown.SubmitAsync(
            new() { ["Input.Room"] = "", ["Input.Person"] = (await app.IdAsync(away)).ToString(), ["Input.Dish"] = "" });
        Assert.Contains("Away that day: Insia Gone", alone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_the_planner_says_the_same_of_the_room_that_is_chosen()
    {
        var away = await app.NewAsync(name: "Insia Absent");
        var other = await app.NewAsync(name: "Zoher Present");
        var turn = await app.NewRoomAsync("Turn of the row", 1, other);
        var chosen = await app.NewRoomAsync("Choice of the row", 1, away);
        await app.TurnAsync(new DateOnly(2026, 3, 20), turn);
        await app.AwayAsync(away, new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 20));
        var page = await (await Head).GetAsync("/menus/plan?week=2026-03-20");
        var row = page.Document.QuerySelector("#plan-2026-03-20-breakfast")!;
        var options = row.QuerySelectorAll("select option").Select(option => option.Words()).ToList();
        Assert.Equal("Turn of the row", options[1]);
        Assert.Contains("Choice of the row, away: Insia Absent", options);
        Assert.True(row.QuerySelector("[data-away-hint]")!.HasAttribute("hidden"));
        // The page comes back because a side alone is no meal; what was chosen stays, and who of it is away is said.
        var name = row.QuerySelector("select")!.GetAttribute("name")!;
        var back = await page.SubmitAsync(
            new() { [name] = chosen.ToString(), [name.Replace(".Room", ".Side", StringComparison.Ordinal)] = "Lonely side" });
        var hint = back.Document.QuerySelector("#plan-2026-03-20-breakfast [data-away-hint]")!;
        Assert.False(hint.HasAttribute("hidden"));
        Assert.Contains("Away: Insia Absent", hint.TextContent, StringComparison.Ordinal);
    }

    private static Task<WebPage> ShownAsync(WebPage page, Guid room) =>
        page.SubmitAsync(new() { ["Input.Room"] = room.ToString(), ["Input.Dish"] = "" });
}
