using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
                [Row(page, "2026-03-24", "Dish")] = "Only poha",
                [Row(page, "2026-03-24", "Side")] = "Only chutney",
                [Row(page, "2026-03-27", "Dish")] = "only POHA"
            });
        Assert.Equal("/menus?week=2026-03-23", answer.Location);
        Assert.Equal("2 meals are planned. Only poha and Only chutney are added to the dishes.", (await answer.FollowAsync()).Toast);
        Assert.Equal(["23 Kept dish with Kept side", "24 Only poha with Only chutney", "27 Only poha", "29 Kept Sunday dish"],
            await MealsAsync(monday));
    }

    [Fact]
    public async Task More_than_five_rows_take_no_planned_day_away()
    {
        var monday = new DateOnly(2026, 3, 30);
        await app.PlanAsync(monday.AddDays(3), "In the middle");
        var page = await (await Head).GetAsync("/menus/plan?week=2026-03-30");
        var days = Enumerable.Range(0, 7).Where(day => day != 3).Select(day => $"{monday.AddDays(day):yyyy-MM-dd}");
        Assert.Equal(302, (await page.SubmitAsync(days.ToDictionary(day => Row(page, day, "Dish"), day => $"Dish {day[^2..]}"))).Status);
        Assert.Equal(7, (await MealsAsync(monday)).Count);
        Assert.Contains("02 In the middle", await MealsAsync(monday));
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
                [Row(page, "2026-04-06", "Dish")] = "Mine on Monday",
                [Row(page, "2026-04-07", "Dish")] = "Mine on Tuesday",
                [Row(page, "2026-04-08", "Dish")] = "Mine on Wednesday"
            });
        Assert.Equal(
            ["Someone else planned this meal in the meantime. Tick the box to replace theirs, or save the others."], Words(answer));
        Assert.Equal(["07 Theirs with Pickle"], await MealsAsync(monday));
        Assert.Equal(("Mine on Monday", "Mine on Tuesday", "Mine on Wednesday"),
            (Typed(answer, "2026-04-06"), Typed(answer, "2026-04-07"), Typed(answer, "2026-04-08")));
        Assert.Contains("Replace Theirs with Pickle", answer.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
        Assert.Equal(["06 Mine on Monday", "07 Theirs with Pickle", "08 Mine on Wednesday"], await MealsAsync(monday));
    }

    [Fact]
    public async Task The_same_form_sent_twice_plans_once()
    {
        var page = await (await Head).GetAsync("/menus/plan?week=2026-04-13");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3)
            .Select(_ =>
                page.SubmitAsync(
                    new() { [Row(page, "2026-04-13", "Dish")] = "Twice new", [Row(page, "2026-04-14", "Dish")] = "Twice newer" })));
        Assert.Single(answers, answer => answer.Status == 302);
        Assert.Equal(["13 Twice new", "14 Twice newer"], await MealsAsync(new DateOnly(2026, 4, 13)));
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
            [Row(page, "2026-04-20", "Dish")] = "Good dish",
            [Row(page, "2026-04-21", "Side")] = "Lonely side",
            [Row(page, "2026-04-22", "Dish")] = "***",
        });
        Assert.Equal(["Write what is cooked.", "Use at least one letter."], Words(answer));
        Assert.Equal("Please check the rows in red", answer.Answer);
        Assert.Equal(["Tue 21 Apr: Write what is cooked.", "Wed 22 Apr: Use at least one letter."], answer.Summary);
        Assert.Contains(
            "A new dish.", answer.Document.QuerySelector("#plan-2026-04-20-breakfast-hint")!.TextContent, StringComparison.Ordinal);
        answer = await page.SubmitAsync(new()
        {
            [Row(page, "2026-04-20", "Dish")] = "Good dish",
            [Row(page, "2026-04-23", "Dish")] = "Same",
            [Row(page, "2026-04-23", "Side")] = "same",
            [Row(page, "2026-04-24", "Dish")] = "Foreign cook",
            [Row(page, "2026-04-24", "Room")] = foreign.ToString(),
        });
        Assert.Equal(
            ["That is the dish itself. Choose another side, or none.", "It was removed in the meantime. Choose another."], Words(answer));
        Assert.Equal(
            ["Thu 23 Apr, side: That is the dish itself. Choose another side, or none.",
                "Fri 24 Apr, cooks: It was removed in the meantime. Choose another."],
            answer.Summary);
        Assert.Empty(await MealsAsync(new DateOnly(2026, 4, 20)));
        Assert.Equal(0,
            await app.ReadAsync(
                "North", db => db.Set<AjsPantry.Features.Menus.Dishes.Dish>().CountAsync(dish => dish.Name == "Good dish")));
    }

    [Fact]
    public async Task A_row_knows_whose_turn_it_is_who_is_away_and_when_the_dish_was_served()
    {
        var away = await app.NewAsync(name: "Insia Hint");
        var room = await app.NewRoomAsync("Hint room", 1, away);
        var other = await app.NewRoomAsync("Busy room");
        await app.AwayAsync(away, new DateOnly(2026, 4, 28), new DateOnly(2026, 4, 28));
        await app.TurnAsync(new DateOnly(2026, 4, 28), room, "The turn of Hint room, after Busy room.");
        await LeaveAsync(new DateOnly(2026, 4, 29), "Eid");
        foreach (var (day, cook) in new[] { (2, other), (4, other), (6, room) })
            await app.PlanAsync(new DateOnly(2026, 3, day), "Hinted dish", room: cook);
        var page = await (await Head).GetAsync("/menus/plan?week=2026-04-27&from=2026-03-02");
        Assert.Equal(room.ToString(), page.Value(Row(page, "2026-04-28", "Room")));
        var hint = page.Document.QuerySelector("#plan-2026-04-28-breakfast-hint")!.TextContent;
        Assert.Contains("The turn of Hint room, after Busy room.", hint, StringComparison.Ordinal);
        Assert.Contains("Away: Insia Hint", hint, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#plan-2026-04-29-breakfast"));
        Assert.Contains("No cooking: Eid", page.Text, StringComparison.Ordinal);
        Assert.Contains("Last served on Fri 6 Mar by Hint room. Busy room cooks it most often.",
            Spaced(page.Document.QuerySelector("#plan-2026-05-01-breakfast-hint")!.TextContent), StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("#mains option"),
            option => Spaced(option.GetAttribute("data-past")!).StartsWith("Last served on Fri 6 Mar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copied_week_fills_open_days_and_asks_before_it_replaces_a_meal()
    {
        var room = await app.NewRoomAsync("Keeps cooking");
        await app.PlanAsync(new DateOnly(2026, 5, 4), "Copied Monday", side: "Copied side");
        await app.PlanAsync(new DateOnly(2026, 5, 5), "Copied Tuesday");
        await app.PlanAsync(new DateOnly(2026, 5, 6), "Copied Wednesday");
        await app.PlanAsync(new DateOnly(2026, 5, 12), "Stays", room: room);
        var replaced = await app.PlanAsync(new DateOnly(2026, 5, 13), "Goes", room: room);
        var list = await (await Head).GetAsync("/menus/plan/copy?week=2026-05-11");
        var page = await (await Head)
            .GetAsync(list.Document.QuerySelectorAll("a.cover")
                .Single(link => link.ParentElement!.TextContent.Contains("Copied Monday, Copied Tuesday", StringComparison.Ordinal))
                    .GetAttribute("href")!);
        Assert.Equal(("Copied Monday", "Copied side", "Copied Tuesday"),
            (Typed(page, "2026-05-11"), page.Value(Row(page, "2026-05-11", "Side")), Typed(page, "2026-05-12")));
        Assert.Equal(["12 Stays", "13 Goes"], await MealsAsync(new DateOnly(2026, 5, 11)));
        Assert.Equal(302, (await page.SubmitAsync(new() { [Row(page, "2026-05-13", "Replace")] = "true" })).Status);
        Assert.Equal(["11 Copied Monday with Copied side", "12 Stays", "13 Copied Wednesday"], await MealsAsync(new DateOnly(2026, 5, 11)));
        Assert.Equal((Guid?)room,
            await app.ReadAsync(
                "North", db => db.Set<Menu>().Where(menu => menu.Id == replaced).Select(menu => menu.RoomId).SingleAsync()));
    }

    [Fact]
    public async Task A_meal_that_changed_under_the_tick_asks_again()
    {
        await app.PlanAsync(new DateOnly(2026, 5, 19), "Source dish");
        var id = await app.PlanAsync(new DateOnly(2026, 5, 26), "First version");
        var page = await (await Head).GetAsync("/menus/plan?week=2026-05-25&from=2026-05-18");
        Assert.Equal(302,
            (await (await (await Head).GetAsync($"/menus/{id}/edit")).SubmitAsync(new() { ["Input.Dish"] = "Second version" })).Status);
        var answer = await page.SubmitAsync(new() { [Row(page, "2026-05-26", "Replace")] = "true" });
        Assert.Equal(["Someone else changed this meal in the meantime. Tick the box again to replace theirs."], Words(answer));
        Assert.Contains("Replace Second version", answer.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await answer.SubmitAsync(new() { [Row(answer, "2026-05-26", "Replace")] = "true" })).Status);
        Assert.Equal(["26 Source dish"], await MealsAsync(new DateOnly(2026, 5, 25)));
    }

    [Fact]
    public async Task A_suggestion_goes_into_its_row_without_saving_anything()
    {
        await app.WishAsync(new DateOnly(2026, 6, 3), "Shakshuka", Cast.Member, "Pav");
        var page = await (await Head).GetAsync("/menus/plan?week=2026-06-01");
        var take = page.Document.QuerySelector("#plan-2026-06-03-breakfast button[name=take]")!;
        var filled = await page.SubmitAsync(
            new() { ["take"] = take.GetAttribute("value")!, [Row(page, "2026-06-01", "Dish")] = "Typed before" }, "main form",
            take.GetAttribute("formaction")!);
        Assert.Equal(("Shakshuka", "Pav", "Typed before"),
            (Typed(filled, "2026-06-03"), filled.Value(Row(filled, "2026-06-03", "Side")), Typed(filled, "2026-06-01")));
        Assert.Empty(await MealsAsync(new DateOnly(2026, 6, 1)));
        foreach (var junk in (string[])["", "x", "99:x", "-1:x", "0:" + Guid.NewGuid()])
            Assert.Equal(200, (await page.SubmitAsync(new() { ["take"] = junk }, "main form", take.GetAttribute("formaction")!)).Status);
    }

    [Theory]
    [InlineData("?week=2026-06-08", 200, 7)]
    [InlineData("?week=2026-06-08&weeks=2", 200, 14)]
    [InlineData("?week=2026-06-08&weeks=4", 200, 28)]
    [InlineData("?week=2026-06-08&weeks=900", 200, 7)]
    [InlineData("?week=2026-06-08&from=never", 200, 7)]
    [InlineData("?week=2026-01-05", 200, 0)]
    [InlineData("?week=soon", 404, 0)]
    [InlineData("?week=9999-12-31", 404, 0)]
    public async Task One_two_or_four_weeks_are_planned_at_once(string query, int status, int rows)
    {
        var page = await (await Head).GetAsync("/menus/plan" + query);
        Assert.Equal((status, rows), (page.Status, page.Document.QuerySelectorAll("fieldset.plan").Length));
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

    /// <summary>The name of a field in the row of a day's breakfast.</summary>
    private static string Row(WebPage page, string day, string field) =>
        page.Document.QuerySelectorAll("fieldset.plan input[name$='.Date']").Where(input => input.GetAttribute("value") == day)
            .Select(input => input.GetAttribute("name")!.Replace(".Date", "." + field, StringComparison.Ordinal)).FirstOrDefault()
            ?? $"no row of {day}";

    private static string? Typed(WebPage page, string day) => page.Value(Row(page, day, "Dish")) is { Length: > 0 } typed ? typed : null;

    private static IEnumerable<string> Words(WebPage page) =>
        page.Errors.Select(error => error[(error.IndexOf(": ", StringComparison.Ordinal) + 2)..]);

    private static string Spaced(string text) =>
        string.Join(' ', text.Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<List<string>> MealsAsync(DateOnly monday)
    {
        var floor = await app.FloorAsync("North", 1);
        return await app.ReadAsync("North",
            async db =>
                (await db.Set<Menu>()
                    .Where(menu => menu.FloorId == floor.Id && menu.CancelledAt == null && menu.Date >= monday
                        && menu.Date < monday.AddDays(7)).OrderBy(menu => menu.Date)
            .Select(menu => new { menu.Date, menu.Dish!.Name, Side = menu.Side!.Name }).ToListAsync())
                .ConvertAll(menu => $"{menu.Date:dd} {menu.Name}{(menu.Side is null ? "" : $" with {menu.Side}")}"));
    }

    private async Task LeaveAsync(DateOnly date, string reason)
    {
        var floor = await app.FloorAsync("North", 1);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Add(new LeaveDay { FloorId = floor.Id, Date = date, Reason = reason });
            await db.SaveChangesAsync();
        });
    }
}
