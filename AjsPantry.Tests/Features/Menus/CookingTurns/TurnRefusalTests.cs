using AjsPantry.Tests.Features.People;

namespace AjsPantry.Tests.Features.Menus.CookingTurns;

/// <summary>What the form of the order refuses, and what a changed day answers.</summary>
public sealed class TurnRefusalTests(PantryApp app) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private readonly TurnsFloor _floor = new(app);

    public async ValueTask InitializeAsync() => await _floor.BeginAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("StartsOn", "", "Input_StartsOn: Choose the first day of the order.")]
    [InlineData("StartsOn", "soon", "Input_StartsOn: Choose the first day of the order.")]
    [InlineData("TurnDays", "", "Input_TurnDays: A turn has 1 to 14 cooking days.")]
    [InlineData("TurnDays", "0", "Input_TurnDays: A turn has 1 to 14 cooking days.")]
    [InlineData("TurnDays", "15", "Input_TurnDays: A turn has 1 to 14 cooking days.")]
    [InlineData("TurnDays", "1.5", "Input_TurnDays: A turn has 1 to 14 cooking days.")]
    [InlineData("Weekdays", "7", "Input_Weekdays: Choose the cooking days.")]
    [InlineData("Weekdays", "-1", "Input_Weekdays: Choose the cooking days.")]
    public async Task What_makes_no_order_is_said_at_its_field_and_changes_nothing(string field, string typed, string message)
    {
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/rota");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await form.SubmitAsync(new() { [$"Input.{field}"] = typed });
        Assert.Equal([message], answer.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task An_order_without_a_day_is_refused()
    {
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/rota");
        foreach (var box in form.Document.QuerySelectorAll("input[name='Input.Weekdays']"))
            box.Remove();
        var before = await Rows.ReadAsync(app.Database);
        Assert.Equal(["Input_Weekdays: Choose the cooking days."], (await form.SubmitAsync([])).Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task An_order_in_which_nobody_of_the_floor_has_a_place_is_refused()
    {
        var foreign = await app.NewRoomAsync("Elsewhere", floor: 2);
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/rota");
        Dictionary<string,
            string> strangers = new() { ["Input.Order[0]"] = foreign.ToString(), ["Input.Order[1]"] = "x", ["Input.Order[2]"] = "" };
        var before = await Rows.ReadAsync(app.Database);
        Assert.Equal(["Input_Order: Add at least one to the order."], (await form.SubmitAsync(strangers)).Errors);
        foreach (var room in form.Document.QuerySelectorAll("input[name^='Input.Order']"))
            room.Remove();
        Assert.Equal(["Input_Order: Add at least one to the order."], (await form.SubmitAsync([])).Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Whoever_changes_a_day_reads_what_became_of_it()
    {
        Assert.Equal("Mon 16 Mar: Room C cooks that day. The order continues after it.", await ChangedAsync(_floor.Rooms[2].ToString()));
        Assert.Equal("Mon 16 Mar: Nobody cooks that day. The order continues after it.", await ChangedAsync("nobody"));
        Assert.Equal("- A B C", await _floor.OrderAsync(4));
    }

    private async Task<string> ChangedAsync(string room)
    {
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/day?day=2026-03-16");
        var answer = await form.SubmitAsync(new() { ["Input.Room"] = room, ["Input.Reason"] = "Asked for it" });
        return (await answer.FollowAsync()).Toast.Replace('\u00a0', ' ');
    }
}
