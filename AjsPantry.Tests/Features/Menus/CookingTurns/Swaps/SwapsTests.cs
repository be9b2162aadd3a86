using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.CookingTurns.Swaps;

public sealed class SwapsTests(PantryApp app) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private readonly TurnsFloor _floor = new(app);

    public async ValueTask InitializeAsync() => await _floor.BeginAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_room_asks_the_other_accepts_and_days_and_meals_change_hands()
    {
        var meal = await app.PlanAsync(TurnsFloor.Day(16), "Swapped poha", room: _floor.Rooms[0]);
        var id = await _floor.AskAsync(16, 17);
        Assert.Equal(["Room A asks to swap: You would cook on Mon 16 Mar and they on Tue 17 Mar. Exams that day"],
            (await _floor.NewsAsync(Cast.TeaManager)).Where(IsOfSwap));
        Assert.Equal("A B C", await _floor.OrderAsync(3));

        var other = await app.SignInAsync(Cast.TeaManager);
        Assert.Contains("Room A asks you to swap", (await other.GetAsync("/menus/turns")).Text, StringComparison.Ordinal);
        var page = await other.GetAsync($"/menus/turns/swaps/{id}");
        Assert.Equal("Room A asks to swap with you", page.Answer);
        Assert.Equal(302, (await PressAsync(page, "Accept", "Gladly")).Status);

        Assert.Equal("B A C A B", await _floor.OrderAsync(5));
        Assert.Equal(_floor.Rooms[1],
            await app.ReadAsync("North", db => db.Menus.Where(menu => menu.Id == meal).Select(menu => menu.RoomId).SingleAsync()));
        Assert.Contains(
            "Cooking days are swapped: Room B cooks on Mon 16 Mar, and Room A on Tue 17 Mar. Gladly", await _floor.NewsAsync(Cast.Member));
        Assert.Contains("Mon 16 Mar Swapped with Room A. Room B", (await other.GetAsync("/menus/turns")).Text.Replace('\u00a0', ' '),
            StringComparison.Ordinal);
        Assert.Equal("The days are swapped", (await other.GetAsync($"/menus/turns/swaps/{id}")).Answer);
    }

    /// <summary>Monday 10:00 in Kolkata, and 11:00: breakfast ends between them.</summary>
    [Theory]
    [InlineData(4, "Mon 16 Mar", 1)]
    [InlineData(5, "Thu 19 Mar", 0)]
    public async Task A_day_whose_meals_are_over_is_not_swapped(int hour, string own, int offers)
    {
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 16, hour, 30, 0, TimeSpan.Zero));
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/turns/swap");
        Assert.Equal($"Who could cook on {own}?", page.Answer);
        Assert.Equal(
            offers == 0 ? 404 : 200, (await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/turns/swap?day=2026-03-16")).Status);
        var other = await (await app.SignInAsync(Cast.TeaManager)).GetAsync("/menus/turns/swap");
        Assert.Equal(
            offers, other.Document.QuerySelectorAll("#Input_With option").Count(offer => offer.GetAttribute("value") == "2026-03-16"));
    }

    [Fact]
    public async Task A_swap_that_was_asked_before_the_meals_of_its_day_is_not_accepted_after_them()
    {
        var id = await _floor.AskAsync(16, 17);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 16, 5, 30, 0, TimeSpan.Zero));
        var other = await app.SignInAsync(Cast.TeaManager);
        Assert.DoesNotContain("asks you to swap", (await other.GetAsync("/menus/turns")).Text, StringComparison.Ordinal);
        Assert.Empty((await other.GetAsync("/")).Document.QuerySelectorAll($"a[href*='{id}']"));
        var page = await other.GetAsync($"/menus/turns/swaps/{id}");
        Assert.Contains(
            "The meals of one of these days are over, so this swap is no longer possible.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("button[formaction*=Accept]"));
        var answer = await other.PostAsync($"/menus/turns/swaps/{id}?handler=Accept");
        Assert.Contains("The meals of one of these days are over, so nothing was swapped. Both keep their days.", answer.Text,
            StringComparison.Ordinal);
        Assert.Equal(SwapState.Lapsed, await StateAsync(id));
        Assert.Equal("A B C", await _floor.OrderAsync(3));
    }

    [Fact]
    public async Task A_room_in_which_nobody_could_cook_that_day_is_not_asked()
    {
        // Room C is empty, and whoever lives in room B is away on the day that would be theirs.
        Assert.Equal(["2026-03-17", "2026-03-20"], await OffersAsync());
        await app.AwayAsync(Cast.TeaManager, new DateOnly(2026, 3, 17), new DateOnly(2026, 3, 17));
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/turns/swap?day=2026-03-16");
        Assert.Equal(["Tue 17 Mar, Room B, away that day", "Fri 20 Mar, Room B"],
            page.Document.QuerySelectorAll("#Input_With option").Skip(1).Take(2).Select(offer => offer.Words()));
        await app.AwayAsync(Cast.TeaManager, new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 16));
        Assert.Empty(await OffersAsync());
    }

    [Fact]
    public async Task A_day_on_which_ones_own_room_is_away_is_not_offered()
    {
        await app.AwayAsync(Cast.Member, new DateOnly(2026, 3, 17), new DateOnly(2026, 3, 19));
        Assert.Equal(["2026-03-20"], (await OffersAsync()).Take(1));
    }

    private async Task<List<string>> OffersAsync()
    {
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/turns/swap?day=2026-03-16");
        return [.. page.Document.QuerySelectorAll("#Input_With option").Select(option => option.GetAttribute("value")!)
            .Where(day => day is not "").Take(2)];
    }

    [Fact]
    public async Task News_of_a_swap_have_the_year_of_the_residence()
    {
        // In Kolkata the new year has begun, in Greenwich it has not.
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 20, 0, 0, TimeSpan.Zero));
        await KeepAsync("2027-01-01");
        var days = await app.ReadAsync(
            "North", db => db.Duties.Where(duty => duty.Date >= new DateOnly(2027, 1, 1)).OrderBy(duty => duty.Date)
            .Select(duty => new { duty.Date, duty.RoomId }).ToListAsync());
        var mine = days.First(day => day.RoomId == _floor.Rooms[0]).Date;
        var theirs = days.First(day => day.RoomId == _floor.Rooms[1]).Date;
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/menus/turns/swap?day={mine:yyyy-MM-dd}");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.With"] = $"{theirs:yyyy-MM-dd}" })).Status);
        var id = await app.ReadAsync(
            "North", db => db.TurnSwaps.Where(swap => swap.State == SwapState.Asked).Select(swap => swap.Id).SingleAsync());
        await AcceptAsync(id);
        Assert.DoesNotContain(await _floor.NewsAsync(Cast.Member), news => news.Contains("2027", StringComparison.Ordinal));
        Assert.Contains(await _floor.NewsAsync(Cast.Member), news => news.Contains("Jan", StringComparison.Ordinal));
    }

    private Task<string> KeepAsync(string period) => app.InTenantAsync("North", services =>
        services.GetServices<TenantJob>().OfType<KeepTurnsAhead>().Single().RunAsync(period, CancellationToken.None));

    private Task<SwapState> StateAsync(Guid id) =>
        app.ReadAsync("North", db => db.TurnSwaps.Where(swap => swap.Id == id).Select(swap => swap.State).SingleAsync());

    [Fact]
    public async Task A_room_that_gets_its_own_turn_back_has_it_by_the_order()
    {
        await AcceptAsync(await _floor.AskAsync(16, 17));
        await AcceptAsync(await _floor.AskAsync(17, 16));
        Assert.Equal("A B C", await _floor.OrderAsync(3));
        Assert.DoesNotContain(DutyOrigin.Swap, await app.ReadAsync("North", db => db.Duties.Select(duty => duty.Origin).ToListAsync()));
    }

    [Fact]
    public async Task The_days_on_which_two_rooms_agreed_stay_when_the_order_moves()
    {
        await AcceptAsync(await _floor.AskAsync(19, 20));
        Assert.Equal("A B C B A C", await _floor.OrderAsync(6));
        await _floor.ChangeAsync(16, _floor.Rooms[2]);
        Assert.Equal("C A B B A C C A", await _floor.OrderAsync(8));
        Assert.Equal("1 turn added", await KeepAsync("2026-03-16"));
        var day = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/day?day=2026-03-16");
        Assert.Equal(302, (await day.SubmitAsync([], "form[action*=Undo]")).Status);
        Assert.Equal("A B C B A C A", await _floor.OrderAsync(7));
    }

    [Fact]
    public async Task A_swapped_day_on_which_another_cooks_moves_alone_and_comes_back()
    {
        await AcceptAsync(await _floor.AskAsync(16, 17));
        await _floor.ChangeAsync(16, null, "Holiday");
        Assert.Equal("- A B C A B C", await _floor.OrderAsync(7));
        await _floor.ChangeAsync(17, _floor.Rooms[2]);
        Assert.Equal("- C B A C A B C", await _floor.OrderAsync(8));
        foreach (var date in (string[])["2026-03-17", "2026-03-16"])
        {
            var day = await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/turns/day?day={date}");
            Assert.Equal(302, (await day.SubmitAsync([], "form[action*=Undo]")).Status);
        }

        Assert.Equal("B A C A B C", await _floor.OrderAsync(6));
    }

    [Theory]
    [InlineData("2026-03-17")]
    [InlineData("2026-03-14")]
    [InlineData("soon")]
    public async Task A_day_that_is_not_ones_own_cannot_be_asked_away(string day) =>
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Member)).GetAsync($"/menus/turns/swap?day={day}")).Status);

    [Theory]
    [InlineData("", "Input_With: Choose the day you would take instead.")]
    [InlineData("soon", "Input_With: Choose the day you would take instead.")]
    [InlineData("2026-03-19", "Input_With: That day is no longer free to swap. Choose another one.")]
    [InlineData("2026-03-01", "Input_With: That day is no longer free to swap. Choose another one.")]
    public async Task Bad_input_is_said_and_what_was_typed_stays(string with, string error)
    {
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/turns/swap?day=2026-03-16");
        var answer = await page.SubmitAsync(new() { ["Input.With"] = with, ["Input.Words"] = "Because" });
        Assert.Equal([error], answer.Errors);
        Assert.Equal("Because", answer.Value("Input.Words"));
    }

    [Fact]
    public async Task Whoever_has_no_day_is_told_so() =>
        Assert.Equal("You have no cooking day to swap", (await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/swap")).Answer);

    private static bool IsOfSwap(string news) => news.Contains("swap", StringComparison.OrdinalIgnoreCase);

    private async Task AcceptAsync(Guid id) =>
        Assert.Equal(
            302, (await PressAsync(await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"/menus/turns/swaps/{id}"), "Accept")).Status);

    private static Task<WebPage> PressAsync(WebPage page, string handler, string words = "") =>
        page.SubmitAsync(new() { ["Input.Answer"] = words }, "main form", "handler=" + handler);
}
