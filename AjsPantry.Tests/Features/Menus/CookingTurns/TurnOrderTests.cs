using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.CookingTurns;

/// <summary>What a new order of rooms changes, and what a room does that leaves it.</summary>
public sealed class TurnOrderTests(PantryApp app) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private readonly TurnsFloor _floor = new(app);

    /// <summary>Every test begins with a floor of three rooms that has no rota.</summary>
    public async ValueTask InitializeAsync() => await _floor.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_room_of_another_floor_takes_no_part()
    {
        var foreign = await app.NewRoomAsync($"Elsewhere {Guid.NewGuid():N}"[..20], floor: 2);
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/rota");
        var answer = await page.SubmitAsync(new() { ["Input.StartsOn"] = "2026-03-16", ["Input.Order[0]"] = foreign.ToString() });
        Assert.Equal(302, answer.Status);
        Assert.DoesNotContain(await _floor.DutiesAsync(), duty => duty.RoomId == foreign);
    }

    [Fact]
    public async Task A_new_order_holds_from_its_day_and_leaves_the_days_before_alone()
    {
        await SetAsync();
        var before = await _floor.DutiesAsync();
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/rota");
        Assert.Equal(
            302, (await page.SubmitAsync(new(_floor.Reversed()) { ["Input.StartsOn"] = "2026-03-20", ["Input.TurnDays"] = "2" })).Status);
        Assert.Equal("A B C A C C B B A A", await _floor.OrderAsync(10));
        var after = await _floor.DutiesAsync();
        Assert.Equal(before.Take(4).Select(duty => (duty.Id, duty.Version)), after.Take(4).Select(duty => (duty.Id, duty.Version)));
    }

    [Fact]
    public async Task A_day_before_a_new_order_moves_the_old_one_up_to_it_and_back()
    {
        await SetAsync();
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/rota");
        Assert.Equal(302, (await page.SubmitAsync(new(_floor.Reversed()) { ["Input.StartsOn"] = "2026-03-20" })).Status);
        await _floor.ChangeAsync(17, null, "Holiday");
        Assert.Equal("A - B C B A C", await _floor.OrderAsync(7));
        await (await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/day?day=2026-03-17")).SubmitAsync([], "form[action*=Undo]");
        Assert.Equal("A B C A C B A", await _floor.OrderAsync(7));
    }

    [Fact]
    public async Task A_new_order_goes_on_after_the_room_that_cooked_last()
    {
        await SetAsync();
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/rota");
        Assert.Equal(302, (await page.SubmitAsync(new(_floor.Reversed()) { ["Input.StartsOn"] = "2026-03-18" })).Status);
        Assert.Equal("A B A C B A", await _floor.OrderAsync(6));
        await _floor.SwapAsync(new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 17));
        page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/rota");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.StartsOn"] = "2026-03-18", ["Input.TurnDays"] = "2" })).Status);
        Assert.Equal("B A A A C C B B", await _floor.OrderAsync(8));
    }

    [Fact]
    public async Task Rooms_of_the_order_are_moved_by_buttons_and_nothing_that_was_typed_is_lost()
    {
        await SetAsync();
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/rota");
        var a = _floor.Rooms[0];
        var b = _floor.Rooms[1];
        var c = _floor.Rooms[2];
        Assert.Equal([a, b, c], Order(page));
        page = await page.SubmitAsync(
            new() { ["Input.StartsOn"] = "2026-03-20", ["Input.TurnDays"] = "many", ["move"] = $"up:{c}" }, button: "Move");
        Assert.Empty(page.Errors);
        Assert.Equal(("2026-03-20", "many"), (page.Value("Input.StartsOn"), page.Value("Input.TurnDays")));
        Assert.Equal([a, c, b], Order(page));
        foreach (var (move, order) in (IEnumerable<(string, Guid[])>)[
            ($"up:{a}", [a, c, b]), ($"down:{a}", [c, a, b]), ($"down:{b}", [c, a, b]), ($"out:{a}", [c, b]), ($"up:{a}", [c, b]),
            ($"in:{a}", [c, b, a]), ($"in:{a}", [c, b, a]), ("down", [c, b, a]), ($"up:{Guid.NewGuid()}", [c, b, a]),
            ($"turn:{a}", [c, b, a])])
        {
            page = await page.SubmitAsync(new() { ["move"] = move }, button: "Move");
            Assert.Equal(order, Order(page));
        }

        Assert.Equal("A B C A B", await _floor.OrderAsync(5));
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.TurnDays"] = "1" })).Status);
        Assert.Equal("A B C A C B A", await _floor.OrderAsync(7));
    }

    [Fact]
    public async Task A_room_that_nobody_lives_in_keeps_no_turn_without_a_warning()
    {
        await SetAsync();
        var head = await app.SignInAsync(Cast.Head);
        const string Empty =
            "Room C cooks on Wed 18 Mar, but nobody lives there. Move somebody in, or archive it. Its days then go to the next in the order.";
        Assert.Contains(Empty, (await head.GetAsync("/menus/turns")).Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains(Empty, (await head.GetAsync("/menus/turns/rota")).Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var mine = (await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/turns")).Text.Replace('\u00a0', ' ');
        Assert.Contains(
            "Room C cooks on Wed 18 Mar, but nobody lives there. Your pantry head can move somebody in or give its days to others.", mine,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Room A cooks on", mine, StringComparison.Ordinal);
        Assert.Contains("Nobody from Room C is there on this day.", (await head.GetAsync("/menus/turns/day?day=2026-03-18")).Text,
            StringComparison.Ordinal);
        var board = (await head.GetAsync("/menus?week=2026-03-16")).Document.QuerySelectorAll("ol.week > li");
        Assert.Equal([2, 5],
            Enumerable.Range(0, 7).Where(day => board[day].TextContent.Contains("Nobody lives in Room C", StringComparison.Ordinal)));
        Assert.Equal("Room C", board[2].QuerySelector(".cook")!.Words());
        var plan = await head.GetAsync("/menus/plan?week=2026-03-16");
        Assert.Contains("Nobody lives in Room C. Choose another cook.",
            plan.Document.QuerySelector("#plan-2026-03-18-breakfast-hint")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Nobody lives", plan.Document.QuerySelector("#plan-2026-03-17-breakfast-hint")!.TextContent, StringComparison.Ordinal);

        var room = await head.GetAsync($"/people/rooms/{_floor.Rooms[0]}");
        var left = await (await room.SubmitAsync([], "form[action*=move-out]")).FollowAsync();
        const string Toast = "North Member 1 moved out of Room A. Nobody lives there now, but it has the cooking turn on Mon 16 Mar. "
            + "Move somebody in, or archive it. Its days then go to the next in the order.";
        Assert.Equal(Toast, left.Toast);
        Assert.Empty(await _floor.NewsAsync(Cast.Head));
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var id = await app.IdAsync(Cast.TeaManager);
            await services.GetRequiredService<AjsPantry.Features.People.Rooms.Stays.LeaveRooms>().AllAsync(id, CancellationToken.None);
            await db.SaveChangesAsync();
        });
        Assert.Equal(
            ["Nobody lives in Room B now: It cooks on Tue 17 Mar. Move somebody in, or archive it. Its days then go to the next in the order."],
            await _floor.NewsAsync(Cast.Head));
    }

    [Fact]
    public async Task A_new_order_ends_the_swaps_of_the_old_one()
    {
        await SetAsync();
        await _floor.SwapAsync(new DateOnly(2026, 3, 17), new DateOnly(2026, 3, 18));
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/rota");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.StartsOn"] = "2026-03-16" })).Status);
        Assert.Equal("A B C A", await _floor.OrderAsync(4));
    }

    [Fact]
    public async Task The_second_of_two_who_change_the_order_at_once_is_told()
    {
        await SetAsync();
        var head = await app.SignInAsync(Cast.Head);
        var mine = await head.GetAsync("/menus/turns/rota");
        var theirs = await head.GetAsync("/menus/turns/rota");
        Assert.Equal(302, (await theirs.SubmitAsync(new() { ["Input.TurnDays"] = "2" })).Status);
        var answer = await mine.SubmitAsync(new() { ["Input.TurnDays"] = "3" });
        Assert.Equal(("Someone else changed the order", "3"), (answer.Answer, answer.Value("Input.TurnDays")));
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
    }

    [Fact]
    public async Task An_archived_rooms_coming_days_go_to_the_next_one_at_once_and_swaps_with_it_end()
    {
        await SetAsync();
        await _floor.SwapAsync(new DateOnly(2026, 3, 18), new DateOnly(2026, 3, 20));
        await _floor.ChangeAsync(16, _floor.Rooms[1], "Asked for it");
        Assert.Equal("B A B B A C", await _floor.OrderAsync(6));
        await app.InTenantAsync("North",
            services => services.GetRequiredService<ArchiveRoom.Handler>()
                .HandleAsync(_floor.Id, _floor.Rooms[1], new() { MoveTo = ArchiveRoom.Nowhere }, CancellationToken.None));
        Assert.Equal("A C A C A C", await _floor.OrderAsync(6));
    }

    private Task SetAsync() => _floor.SetAsync("2026-03-16", 1, 2, 3);

    private static IEnumerable<Guid> Order(WebPage page) =>
        page.Document.QuerySelectorAll("input[name^='Input.Order']").Select(field => Guid.Parse(field.GetAttribute("value")!));
}
