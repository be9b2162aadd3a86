using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Planner;

/// <summary>What the planner proposes, and the weeks that it copies and shows.</summary>
public sealed class PlannerProposalsTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

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
        Assert.Equal(room.ToString(), page.Value(PlannerActs.Row(page, "2026-04-28", "Room")));
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
            (Typed(page, "2026-05-11"), page.Value(PlannerActs.Row(page, "2026-05-11", "Side")), Typed(page, "2026-05-12")));
        Assert.Equal(["12 Stays", "13 Goes"], await app.MealsAsync(new DateOnly(2026, 5, 11)));
        Assert.Equal(302, (await page.SubmitAsync(new() { [PlannerActs.Row(page, "2026-05-13", "Replace")] = "true" })).Status);
        Assert.Equal(
            ["11 Copied Monday with Copied side", "12 Stays", "13 Copied Wednesday"], await app.MealsAsync(new DateOnly(2026, 5, 11)));
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
        var answer = await page.SubmitAsync(new() { [PlannerActs.Row(page, "2026-05-26", "Replace")] = "true" });
        Assert.Equal(["Someone else changed this meal in the meantime. Tick the box again to replace theirs."], Words(answer));
        Assert.Contains("Replace Second version", answer.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await answer.SubmitAsync(new() { [PlannerActs.Row(answer, "2026-05-26", "Replace")] = "true" })).Status);
        Assert.Equal(["26 Source dish"], await app.MealsAsync(new DateOnly(2026, 5, 25)));
    }

    [Fact]
    public async Task A_suggestion_goes_into_its_row_without_saving_anything()
    {
        await app.WishAsync(new DateOnly(2026, 6, 3), "Shakshuka", Cast.Member, "Pav");
        var page = await (await Head).GetAsync("/menus/plan?week=2026-06-01");
        var take = page.Document.QuerySelector("#plan-2026-06-03-breakfast button[name=take]")!;
        var filled = await page.SubmitAsync(
            new() { ["take"] = take.GetAttribute("value")!, [PlannerActs.Row(page, "2026-06-01", "Dish")] = "Typed before" }, "main form",
            take.GetAttribute("formaction")!);
        Assert.Equal(("Shakshuka", "Pav", "Typed before"),
            (Typed(filled, "2026-06-03"), filled.Value(PlannerActs.Row(filled, "2026-06-03", "Side")), Typed(filled, "2026-06-01")));
        Assert.Empty(await app.MealsAsync(new DateOnly(2026, 6, 1)));
        foreach (var junk in (string[])["", "x", "99:x", "-1:x", "0:" + Guid.NewGuid()])
            Assert.Equal(200, (await page.SubmitAsync(new() { ["take"] = junk }, "main form", take.GetAttribute("formaction")!)).Status);
    }

    [Theory]
    [InlineData("?week=2026-06-08", 200, 7)]
    [InlineData("?week=2026-06-08&weeks=2", 200, 14)]
    [InlineData("?week=2026-06-08&weeks=4", 200, 28)]
    [InlineData("?week=2026-06-08&weeks=900", 404, 0)]
    [InlineData("?week=2026-06-08&from=never", 404, 0)]
    [InlineData("?week=2026-01-05", 200, 0)]
    [InlineData("?week=soon", 404, 0)]
    [InlineData("?week=9999-12-31", 404, 0)]
    public async Task One_two_or_four_weeks_are_planned_at_once(string query, int status, int rows)
    {
        var page = await (await Head).GetAsync("/menus/plan" + query);
        Assert.Equal((status, rows), (page.Status, page.Document.QuerySelectorAll("fieldset.plan").Length));
    }

    private static string? Typed(WebPage page, string day) =>
        page.Value(PlannerActs.Row(page, day, "Dish")) is { Length: > 0 } typed ? typed : null;

    private static IEnumerable<string> Words(WebPage page) =>
        page.Errors.Select(error => error[(error.IndexOf(": ", StringComparison.Ordinal) + 2)..]);

    private static string Spaced(string text) =>
        string.Join(' ', text.Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

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
