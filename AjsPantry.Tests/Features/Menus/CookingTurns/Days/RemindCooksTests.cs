using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.CookingTurns.Days;

public sealed class RemindCooksTests(PantryApp app) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private const string Evening = "2026-03-15T18";

    private readonly TurnsFloor _floor = new(app);

    public async ValueTask InitializeAsync()
    {
        app.Clock.SetUtcNow(new(2026, 3, 15, 13, 5, 0, TimeSpan.Zero));
        await _floor.BeginAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Those_of_the_room_in_turn_are_told_once_the_evening_before_with_what_is_planned()
    {
        await app.PlanAsync(TurnsFloor.Day(16), "Masala poha", side: "Mint chutney", room: _floor.Rooms[0]);
        Assert.Equal("1 person reminded", await _floor.RemindAsync(Evening));
        Assert.Equal("nobody to remind", await _floor.RemindAsync(Evening));
        Assert.Equal("nobody to remind", await _floor.RemindAsync("2026-03-15T19"));
        Assert.Equal(["You cook tomorrow: Breakfast on Mon 16 Mar: Masala poha with Mint chutney."], await RemindersAsync(Cast.Member));
        Assert.Empty(await RemindersAsync(Cast.TeaManager));
        Assert.Equal([$"{Cast.Member.Email}"],
            await app.ReadAsync("North",
                db => db.OutboxMails.Where(mail => mail.Subject == "You cook tomorrow").Select(mail => mail.Address).ToListAsync()));
    }

    [Fact]
    public async Task A_turn_without_a_meal_is_told_too_and_a_meal_with_another_cook_is_that_cooks()
    {
        Assert.Equal("1 person reminded", await _floor.RemindAsync(Evening));
        Assert.Equal(["You cook tomorrow: Mon 16 Mar is your turn, and no meal is planned yet."], await RemindersAsync(Cast.Member));
        await _floor.BeginAsync();
        await app.PlanAsync(TurnsFloor.Day(16), "Upma", room: _floor.Rooms[1]);
        await _floor.RemindAsync(Evening);
        Assert.Equal((0, 1), ((await RemindersAsync(Cast.Member)).Count, (await RemindersAsync(Cast.TeaManager)).Count));
    }

    [Fact]
    public async Task Who_is_away_is_not_reminded_and_the_other_of_the_room_is()
    {
        var room = await app.NewRoomAsync("Half away", 1, Cast.Member, Cast.TeaManager);
        await app.PlanAsync(TurnsFloor.Day(16), "Poha for fewer", room: room);
        await app.AwayAsync(Cast.Member, TurnsFloor.Day(16), TurnsFloor.Day(16));
        Assert.Equal("1 person reminded", await _floor.RemindAsync(Evening));
        Assert.Equal((0, 1), ((await RemindersAsync(Cast.Member)).Count, (await RemindersAsync(Cast.TeaManager)).Count));
    }

    [Fact]
    public async Task A_turn_that_moved_takes_its_reminder_along_and_the_next_hour_tells_the_new_cook()
    {
        await _floor.RemindAsync(Evening);
        await _floor.ChangeAsync(16, _floor.Rooms[1], "Exams");
        Assert.Empty(await RemindersAsync(Cast.Member));
        Assert.Equal(0, await app.ReadAsync("North", db => db.OutboxMails.CountAsync(mail => mail.Subject == "You cook tomorrow")));
        Assert.Contains(
            "Your cooking days changed: You now cook on Tue 17 Mar, Fri 20 Mar, Mon 23 Mar, Thu 26 Mar and 1 more, and no longer on Mon 16 Mar, Thu 19 Mar, Sun 22 Mar, Wed 25 Mar and 1 more.", await _floor.NewsAsync(Cast.Member));
        Assert.Equal("1 person reminded", await _floor.RemindAsync("2026-03-15T19"));
        Assert.Single(await RemindersAsync(Cast.TeaManager));
    }

    [Fact]
    public async Task A_meal_that_is_cancelled_takes_its_reminder_along()
    {
        var meal = await app.PlanAsync(TurnsFloor.Day(16), "Cancelled poha", room: _floor.Rooms[0]);
        await _floor.RemindAsync(Evening);
        Assert.Single(await RemindersAsync(Cast.Member));
        Assert.Equal(302,
            (await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/{meal}/cancel"))
                .SubmitAsync(new() { ["Input.Reason"] = "No gas" })).Status);
        Assert.Empty(await RemindersAsync(Cast.Member));
    }

    [Fact]
    public async Task A_run_after_its_evening_wakes_nobody()
    {
        Assert.Equal("too late for that evening", await _floor.RemindAsync("2026-03-14T21"));
        Assert.Empty(await RemindersAsync(Cast.Member));
    }

    [Theory]
    [InlineData("2026-03-15T00:30", "2026-03-14T21")]
    [InlineData("2026-03-15T17:59", "2026-03-14T21")]
    [InlineData("2026-03-15T18:00", "2026-03-15T18")]
    [InlineData("2026-03-15T20:01", "2026-03-15T20")]
    [InlineData("2026-03-15T23:59", "2026-03-15T21")]
    public async Task The_evening_is_the_tenants(string local, string period) =>
        Assert.Equal(
            period, await app.InTenantAsync("North", services => Task.FromResult(ActivatorUtilities.CreateInstance<RemindCooks>(services)
            .DuePeriod(DateTimeOffset.Parse(local + ":00+05:30", System.Globalization.CultureInfo.InvariantCulture)))));

    private async Task<List<string>> RemindersAsync(Person person) =>
        [.. (await _floor.NewsAsync(person)).Where(news => news.StartsWith("You cook tomorrow", StringComparison.Ordinal))];
}
