using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.CookingTurns.Swaps;

/// <summary>How a question about cooking days ends.</summary>
public sealed class SwapAnswersTests(PantryApp app) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private readonly TurnsFloor _floor = new(app);

    public async ValueTask InitializeAsync() => await _floor.BeginAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_swap_that_nobody_answers_lapses_once_one_of_its_days_is_past()
    {
        var id = await _floor.AskAsync(16, 20);
        Assert.Equal("1 turn added", await KeepAsync("2026-03-16"));
        Assert.Equal(SwapState.Asked, await StateAsync(id));
        Assert.Equal("1 turn added, 1 swap expired", await KeepAsync("2026-03-17"));
        Assert.Equal(SwapState.Lapsed, await StateAsync(id));
        Assert.DoesNotContain(await _floor.NewsAsync(Cast.TeaManager), IsOfSwap);
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/menus/turns/swaps/{id}");
        Assert.Equal("The swap has expired", page.Answer);
        Assert.Contains("nobody answered in time", page.Text, StringComparison.Ordinal);
        Assert.Equal("nothing to add", await KeepAsync("2026-03-17"));
    }

    private Task<string> KeepAsync(string period) => app.InTenantAsync("North", services =>
        services.GetServices<TenantJob>().OfType<KeepTurnsAhead>().Single().RunAsync(period, CancellationToken.None));

    private Task<SwapState> StateAsync(Guid id) =>
        app.ReadAsync("North", db => db.TurnSwaps.Where(swap => swap.Id == id).Select(swap => swap.State).SingleAsync());

    [Fact]
    public async Task A_no_changes_nothing_and_is_told()
    {
        var id = await _floor.AskAsync(16, 17);
        Assert.Equal(302,
            (await PressAsync(
                await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"/menus/turns/swaps/{id}"), "Decline", "Exams here too")).Status);
        Assert.Equal("A B C", await _floor.OrderAsync(3));
        Assert.Contains("The swap was declined: Room B keeps Tue 17 Mar, and Room A keeps Mon 16 Mar. Exams here too",
            await _floor.NewsAsync(Cast.Member));
        Assert.DoesNotContain(await _floor.NewsAsync(Cast.TeaManager), IsOfSwap);
    }

    [Theory]
    [InlineData("N1-tea", 16,
        "Nobody of your room is there on that day, so you cannot cook then. Decline, or ask for another day.")]
    [InlineData("N1-member", 17,
        "Nobody of the other room is there on your day, so they cannot cook then. Decline, or ask for another day.")]
    public async Task Nobody_accepts_a_day_for_a_room_that_has_gone_away_since(string who, int day, string why)
    {
        var id = await _floor.AskAsync(16, 17);
        await app.AwayAsync(Cast.All.Single(person => person.Number == who), new DateOnly(2026, 3, day), new DateOnly(2026, 3, day));
        var page = await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"/menus/turns/swaps/{id}");
        Assert.Contains(why, (await PressAsync(page, "Accept")).Text, StringComparison.Ordinal);
        Assert.Equal(SwapState.Asked, await StateAsync(id));
        Assert.Equal("A B C", await _floor.OrderAsync(3));
    }

    [Fact]
    public async Task Whoever_asked_takes_it_back_and_may_ask_anew()
    {
        const string form = "/menus/turns/swap?day=2026-03-16";
        var before = await (await app.SignInAsync(Cast.Member)).GetAsync(form);
        var id = await _floor.AskAsync(16, 17);
        Assert.StartsWith("Input_With: You have already asked about this day.",
            Assert.Single((await before.SubmitAsync(new() { ["Input.With"] = "2026-03-20" })).Errors), StringComparison.Ordinal);
        Assert.Equal($"/menus/turns/swaps/{id}", (await (await app.SignInAsync(Cast.Member)).GetAsync(form)).Location);
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/menus/turns/swaps/{id}");
        Assert.Equal("Room B has not answered yet", page.Answer);
        Assert.Equal(302, (await page.SubmitAsync([], button: "handler=Withdraw")).Status);
        Assert.Equal("A swap was withdrawn: Room A keeps Mon 16 Mar, and Room B keeps Tue 17 Mar.",
            Assert.Single(await _floor.NewsAsync(Cast.TeaManager), news => IsOfSwap(news)));
        await _floor.AskAsync(16, 20);
    }

    [Fact]
    public async Task A_swap_whose_days_have_moved_lapses()
    {
        var id = await _floor.AskAsync(16, 17);
        await _floor.ChangeAsync(16, null, "Holiday");
        var page = await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"/menus/turns/swaps/{id}");
        Assert.Contains("The cooking days have changed since", page.Text, StringComparison.Ordinal);
        var answer = await (await app.SignInAsync(Cast.TeaManager)).PostAsync($"/menus/turns/swaps/{id}?handler=Accept");
        Assert.Contains("nothing was swapped", answer.Text, StringComparison.Ordinal);
        Assert.Equal(("The swap has expired", "- A B C"), (answer.Answer, await _floor.OrderAsync(4)));
    }

    [Fact]
    public async Task Accepted_twice_at_once_the_days_are_swapped_once()
    {
        var id = await _floor.AskAsync(16, 17);
        var other = await app.SignInAsync(Cast.TeaManager);
        var page = await other.GetAsync($"/menus/turns/swaps/{id}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PressAsync(page, "Accept")));
        Assert.Single(answers, answer => answer.Status == 302);
        Assert.All(answers.Where(answer => answer.Status != 302),
            answer => Assert.Contains("answered or withdrawn in the meantime", answer.Text, StringComparison.Ordinal));
        Assert.Equal("B A C", await _floor.OrderAsync(3));
    }

    [Fact]
    public async Task Only_the_room_that_is_asked_answers_and_only_the_floor_sees_it()
    {
        var id = await _floor.AskAsync(16, 17);
        var address = $"/menus/turns/swaps/{id}";
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        foreach (var (person,
            status) in new[] { (Cast.Head, 200), (Cast.Member, 200), (Cast.OtherFloorMember, 404), (Cast.OtherTenantMember, 404) })
        {
            Assert.Equal(status, (await (await app.SignInAsync(person)).GetAsync(address)).Status);
            Assert.Equal(status == 200 ? 403 : 404, (await (await app.SignInAsync(person)).PostAsync(address + "?handler=Accept")).Status);
        }

        Assert.Equal(403, (await (await app.SignInAsync(Cast.TeaManager)).PostAsync(address + "?handler=Withdraw")).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"/menus/turns/swaps/{Guid.NewGuid()}")).Status);
        Assert.Equal("A B C", await _floor.OrderAsync(3));
        Assert.Equal(302, (await PressAsync(await (await app.SignInAsync(Cast.TeaManager)).GetAsync(address), "Accept")).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Head)).PostAsync(address + "?handler=Decline")).Status);
    }

    private static bool IsOfSwap(string news) => news.Contains("swap", StringComparison.OrdinalIgnoreCase);

    private static Task<WebPage> PressAsync(WebPage page, string handler, string words = "") =>
        page.SubmitAsync(new() { ["Input.Answer"] = words }, "main form", "handler=" + handler);
}
