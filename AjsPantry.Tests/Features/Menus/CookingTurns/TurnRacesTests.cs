using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.Menus.Planner;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Menus.Dishes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.CookingTurns;

/// <summary>Two who meet at the cooking turns of rooms A, B and C.</summary>
public sealed class TurnRacesTests(MeanwhileApp app) : IClassFixture<MeanwhileApp>, IAsyncLifetime
{
    /// <summary>Waited for by everybody who changes turns.</summary>
    private const string Lock = "pg_advisory_xact_lock";

    private const string Late = "This swap was answered or withdrawn in the meantime. Nothing has changed.";

    private const string Moved =
        "The cooking days have changed since, so nothing was swapped. Ask again with the days as they are now.";

    private readonly TurnsFloor _floor = new(app);

    public async ValueTask InitializeAsync() => await _floor.BeginAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("Accept")]
    [InlineData("Decline")]
    public async Task A_swap_that_is_taken_back_in_the_same_moment_is_not_answered(string handler)
    {
        var id = await _floor.AskAsync(16, 17);
        var mine = await SwapPageAsync(Cast.TeaManager, id);
        var theirs = await SwapPageAsync(Cast.Member, id);
        app.Meanwhile.Before(Lock, async () => Assert.Equal(302, (await PressAsync(theirs, "Withdraw")).Status));
        var answer = await PressAsync(mine, handler);
        Assert.True(app.Meanwhile.IsOver);
        Assert.Contains(Late, answer.Text, StringComparison.Ordinal);
        Assert.Equal("Room A withdrew the swap", answer.Answer);
        Assert.Equal((SwapState.Withdrawn, "A B C"), (await StateAsync(id), await _floor.OrderAsync(3)));
    }

    [Theory]
    [InlineData("Accept", SwapState.Accepted, "B A C")]
    [InlineData("Decline", SwapState.Declined, "A B C")]
    public async Task A_swap_that_is_answered_in_the_same_moment_is_not_taken_back(string handler, SwapState state, string order)
    {
        var id = await _floor.AskAsync(16, 17);
        var mine = await SwapPageAsync(Cast.Member, id);
        var theirs = await SwapPageAsync(Cast.TeaManager, id);
        app.Meanwhile.Before(Lock, async () => Assert.Equal(302, (await PressAsync(theirs, handler)).Status));
        var answer = await PressAsync(mine, "Withdraw");
        Assert.True(app.Meanwhile.IsOver);
        Assert.Contains(Late, answer.Text, StringComparison.Ordinal);
        Assert.Equal((state, order), (await StateAsync(id), await _floor.OrderAsync(3)));
    }

    [Fact]
    public async Task A_swap_lapses_when_its_day_changes_in_the_same_moment()
    {
        var id = await _floor.AskAsync(16, 17);
        var page = await SwapPageAsync(Cast.TeaManager, id);
        app.Meanwhile.Before(Lock, () => _floor.ChangeAsync(16, null, "Holiday"));
        var answer = await PressAsync(page, "Accept");
        Assert.True(app.Meanwhile.IsOver);
        Assert.Contains(Moved, answer.Text, StringComparison.Ordinal);
        Assert.Equal((SwapState.Lapsed, "- A B C"), (await StateAsync(id), await _floor.OrderAsync(4)));
    }

    [Fact]
    public async Task Of_two_swaps_of_the_same_days_the_second_lapses()
    {
        var first = await _floor.AskAsync(16, 17);
        var form = await (await app.SignInAsync(Cast.TeaManager)).GetAsync("/menus/turns/swap?day=2026-03-17");
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.With"] = "2026-03-16" })).Status);
        var second = await app.ReadAsync("North", db => db.TurnSwaps.Where(swap => swap.Id != first).Select(swap => swap.Id).SingleAsync());
        var page = await SwapPageAsync(Cast.Member, second);
        Assert.Equal(302, (await PressAsync(await SwapPageAsync(Cast.TeaManager, first), "Accept")).Status);
        Assert.Contains(Moved, (await PressAsync(page, "Accept")).Text, StringComparison.Ordinal);
        Assert.Equal((SwapState.Lapsed, "B A C"), (await StateAsync(second), await _floor.OrderAsync(3)));
    }

    [Fact]
    public async Task A_day_is_asked_away_once_at_a_time_however_often_it_is_sent()
    {
        var form = await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/turns/swap?day=2026-03-16");
        string[] days = ["2026-03-17", "2026-03-20", "2026-03-17"];
        var answers = await Task.WhenAll(days.Select(day => form.SubmitAsync(new() { ["Input.With"] = day })));
        Assert.Single(answers, answer => answer.Status == 302);
        const string Sentence = "Input_With: You have already asked about this day. Withdraw that swap first.";
        Assert.All(answers.Where(answer => answer.Status != 302), answer => Assert.Equal([Sentence], answer.Errors));
        var before = await Rows.ReadAsync(app.Database);
        Assert.Single((await form.SubmitAsync(new() { ["Input.With"] = "2026-03-20" })).Errors);
        Assert.Empty(await before.ChangesAsync());
        Assert.Equal(1, await app.ReadAsync("North", db => db.TurnSwaps.CountAsync(swap => swap.State == SwapState.Asked)));
    }

    [Fact]
    public async Task A_day_does_not_go_to_a_room_that_is_archived_in_the_same_moment()
    {
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/day?day=2026-03-16");
        app.Meanwhile.Before(Lock, () => app.InTenantAsync("North", services => services.GetRequiredService<ArchiveRoom.Handler>()
            .HandleAsync(_floor.Id, _floor.Rooms[2], new(), CancellationToken.None)));
        var answer = await form.SubmitAsync(new() { ["Input.Room"] = _floor.Rooms[2].ToString(), ["Input.Reason"] = "Asked for it" });
        Assert.True(app.Meanwhile.IsOver);
        Assert.Equal(["Input_Room: It was removed in the meantime. Choose another."], answer.Errors);
        Assert.Equal("A B A B", await _floor.OrderAsync(4));
    }

    [Fact]
    public async Task A_meal_that_a_head_changes_while_its_day_changes_hands_gets_both()
    {
        var id = await app.PlanAsync(TurnsFloor.Day(16), "Changed by both", room: _floor.Rooms[0]);
        var page = await SwapPageAsync(Cast.TeaManager, await _floor.AskAsync(16, 17));
        var answer = await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            await using var change = await db.Database.BeginTransactionAsync();
            (await db.Menus.SingleAsync(menu => menu.Id == id)).Notes = "Less salt";
            await db.SaveChangesAsync();
            var accepting = PressAsync(page, "Accept");
            await app.UntilItWaitsAsync(accepting);
            await change.CommitAsync();
            return await accepting;
        });
        Assert.Equal((302, "B A C"), (answer.Status, await _floor.OrderAsync(3)));
        var menu = await app.MenuAsync(id);
        Assert.Equal((_floor.Rooms[1], "Less salt"), (menu.RoomId, menu.Notes));
    }

    [Theory]
    [InlineData("change")]
    [InlineData("order")]
    [InlineData("archive")]
    public async Task Turns_move_a_meal_that_is_edited_in_the_same_second(string act)
    {
        var id = await app.PlanAsync(TurnsFloor.Day(16), "Edited meanwhile", room: _floor.Rooms[0]);
        var moved = await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            await using var change = await db.Database.BeginTransactionAsync();
            (await db.Menus.SingleAsync(menu => menu.Id == id)).Notes = "Less salt";
            await db.SaveChangesAsync();
            var moving = act switch
            {
                "change" => _floor.ChangeAsync(16, _floor.Rooms[1]),
                "order" => _floor.SetAsync("2026-03-16", 3, 1, 2),
                _ => ArchiveAsync(_floor.Rooms[0]),
            };
            await app.UntilItWaitsAsync(moving);
            Assert.False(moving.IsCompleted);
            await change.CommitAsync();
            await moving;
            return await app.MenuAsync(id);
        });
        Assert.Equal((_floor.Rooms[1], "Less salt"), (moved.RoomId, moved.Notes));
    }

    [Fact]
    public async Task A_room_that_is_named_anew_while_it_is_archived_is_archived_under_its_new_name()
    {
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            await using var change = await db.Database.BeginTransactionAsync();
            (await db.Set<AjsPantry.Features.People.Rooms.Room>().SingleAsync(room => room.Id == _floor.Rooms[2])).Name = "Room Z";
            await db.SaveChangesAsync();
            var archiving = ArchiveAsync(_floor.Rooms[2]);
            await app.UntilItWaitsAsync(archiving);
            await change.CommitAsync();
            await archiving;
        });
        var room = await app.ReadAsync(
            "North", db => db.Set<AjsPantry.Features.People.Rooms.Room>().SingleAsync(room => room.Id == _floor.Rooms[2]));
        Assert.Equal(("Room Z", true), (room.Name, room.ArchivedAt is not null));
        Assert.Equal("A B A B", await _floor.OrderAsync(4));
    }

    private async Task ArchiveAsync(Guid room) =>
        await app.InTenantAsync("North", services => services.GetRequiredService<ArchiveRoom.Handler>()
        .HandleAsync(_floor.Id, room, new() { MoveTo = ArchiveRoom.Nowhere }, CancellationToken.None));

    [Fact]
    public async Task A_head_who_changes_a_meal_while_its_day_changes_hands_is_told()
    {
        var id = await app.PlanAsync(TurnsFloor.Day(16), "Moved meanwhile", room: _floor.Rooms[0]);
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/{id}/edit");
        app.Meanwhile.Before("UPDATE menus", () => _floor.ChangeAsync(16, _floor.Rooms[1]));
        var answer = await form.SubmitAsync(new() { ["Input.Notes"] = "Less salt" });
        Assert.True(app.Meanwhile.IsOver);
        Assert.Equal("Someone else changed this meal", answer.Answer);
        Assert.Contains("cooked by Room B", answer.Text, StringComparison.Ordinal);
        Assert.Equal((_floor.Rooms[1], null), ((await app.MenuAsync(id)).RoomId, (await app.MenuAsync(id)).Notes));
        Assert.Equal(302, (await answer.SubmitAsync(new() { ["Input.Room"] = _floor.Rooms[1].ToString() })).Status);
        Assert.Equal((_floor.Rooms[1], "Less salt"), ((await app.MenuAsync(id)).RoomId, (await app.MenuAsync(id)).Notes));
    }

    [Fact]
    public async Task A_meal_that_is_cancelled_while_its_day_changes_hands_stays_cancelled()
    {
        var id = await app.PlanAsync(TurnsFloor.Day(16), "Cancelled meanwhile", room: _floor.Rooms[0]);
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/{id}/cancel");
        Dictionary<string, string> why = new() { ["Input.Reason"] = "No gas" };
        app.Meanwhile.Before("SELECT FROM menus", async () => Assert.Equal(302, (await form.SubmitAsync(why)).Status));
        var answer = await PressAsync(await SwapPageAsync(Cast.TeaManager, await _floor.AskAsync(16, 17)), "Accept");
        Assert.True(app.Meanwhile.IsOver);
        Assert.Equal((302, "B A C"), (answer.Status, await _floor.OrderAsync(3)));
        Assert.Equal((_floor.Rooms[0], "No gas"), ((await app.MenuAsync(id)).RoomId, (await app.MenuAsync(id)).CancelReason));
    }

    [Fact]
    public async Task A_plan_that_replaces_meals_and_a_swap_that_moves_them_do_not_wait_in_a_circle()
    {
        // The meal of the later day is the older one, so the plan and the swap come to them in different orders.
        var later = await app.PlanAsync(TurnsFloor.Day(17), "Later", room: _floor.Rooms[1]);
        var earlier = await app.PlanAsync(TurnsFloor.Day(16), "Earlier", room: _floor.Rooms[0]);
        var page = await SwapPageAsync(Cast.TeaManager, await _floor.AskAsync(16, 17));
        PlanWeek.Input input = new() { Rows = [await RowAsync(earlier, "Planned earlier"), await RowAsync(later, "Planned later")] };
        Task<WebPage>? accepting = null;
        app.Meanwhile.Before("UPDATE menus", () => Task.CompletedTask);
        app.Meanwhile.Before("UPDATE menus", () => app.UntilItWaitsAsync(accepting = PressAsync(page, "Accept")));
        var floor = await app.FloorAsync("North", 1);
        var outcome = await app.ActingAsync(
            Cast.Head, services => services.GetRequiredService<PlanWeek.Handler>().HandleAsync(floor, input, CancellationToken.None));
        Assert.True(app.Meanwhile.IsOver);
        Assert.Empty(outcome.Messages);
        Assert.Equal((302, "B A C"), ((await accepting!).Status, await _floor.OrderAsync(3)));
        Assert.Equal(_floor.Rooms[1], (await app.MenuAsync(earlier)).RoomId);
        Assert.Equal(_floor.Rooms[0], (await app.MenuAsync(later)).RoomId);
    }

    private async Task<PlanRow> RowAsync(Guid id, string dish)
    {
        var menu = await app.MenuAsync(id);
        var date = $"{menu.Date:yyyy-MM-dd}";
        return new() { Date = date, Meal = menu.Meal, Dish = dish, Menu = id.ToString(), Version = menu.Version, Replace = true };
    }

    private async Task<WebPage> SwapPageAsync(Person person, Guid id) =>
        await (await app.SignInAsync(person)).GetAsync($"/menus/turns/swaps/{id}");

    private Task<SwapState> StateAsync(Guid id) =>
        app.ReadAsync("North", db => db.TurnSwaps.Where(swap => swap.Id == id).Select(swap => swap.State).SingleAsync());

    private static Task<WebPage> PressAsync(WebPage page, string handler) => page.SubmitAsync([], "main form", "handler=" + handler);
}
