using AjsPantry.Features.Notices;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.TeaTasks.Jobs;

/// <summary>Jobs by a tenant's own clock. Each test moves the clock, so each has an application of its own.</summary>
public sealed class TeaJobsTests : IAsyncLifetime
{
    private readonly PantryApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Goes through two days hour by hour, as the tick does, and notes at which local hour the person was told what.</summary>
    [Theory]
    [InlineData("Asia/Kolkata", "2026-03-20", "06:45")]
    [InlineData("America/New_York", "2027-03-14", "06:45")]
    [InlineData("America/New_York", "2026-11-01", "06:45")]
    [InlineData("UTC", "2026-05-05", "06:45")]
    public async Task Both_reminders_come_once_at_their_hours_by_the_tenants_clock(string zone, string day, string tea)
    {
        var date = DateOnly.Parse(day, null);
        await _app.InTenantAsync("North", async services =>
        {
            var db = (PantryDb)services.GetService(typeof(PantryDb))!;
            (await db.Tenants.SingleAsync()).TimeZone = zone;
            await db.SaveChangesAsync();
        });
        var slot = await _app.SlotAsync("Timed", TimeOnly.Parse(tea, null));
        await _app.DutyAsync(date, Cast.Member, slot: slot);
        var told = new List<string>();
        _app.Clock.SetUtcNow(new DateTimeOffset(date.AddDays(-1), new TimeOnly(0, 0), TimeSpan.Zero));
        for (var quarter = 0; quarter < 60 * 4; quarter++)
        {
            var before = (await _app.NewsAsync(Cast.Member)).Count;
            await _app.RunJobAsync<RemindTeaTomorrow>();
            await _app.RunJobAsync<RemindTeaToday>();
            var local = await LocalAsync();
            told.AddRange((await _app.NewsAsync(Cast.Member)).Skip(before).Select(title => $"{local:yyyy-MM-dd HH:mm} {title}"));
            _app.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Equal([$"{date.AddDays(-1):yyyy-MM-dd} 20:00 You make tea tomorrow: Timed", $"{day} 06:00 You make tea today: Timed"], told);
    }

    [Fact]
    public async Task A_reminder_whose_cause_is_gone_is_taken_back_and_the_next_one_is_reminded()
    {
        var id = await _app.DutyAsync(new DateOnly(2026, 3, 16), Cast.Member);
        _app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 15, 14, 31, 0, TimeSpan.Zero));
        Assert.Equal("1 person reminded", await _app.RunJobAsync<RemindTeaTomorrow>());
        Assert.Equal("nobody to remind", await _app.RunJobAsync<RemindTeaTomorrow>());
        var give = await (await _app.SignInAsync(Cast.TeaManager)).GetAsync($"/tea/duty/{id}/reassign");
        Assert.Equal(302,
            (await give.SubmitAsync(new() { ["Input.Person"] = $"{await _app.IdAsync(Cast.Head)}", ["Input.Reason"] = "Ill" })).Status);
        Assert.Equal(["Somebody else makes tea on Mon 16 Mar, Morning"], await _app.NewsAsync(Cast.Member));
        Assert.Equal("1 person reminded", await _app.RunJobAsync<RemindTeaTomorrow>());
        Assert.Contains("You make tea tomorrow: Morning", await _app.NewsAsync(Cast.Head));
        Assert.Equal(0,
            await _app.ReadAsync("North", db => db.Set<Notice>().CountAsync(notice => notice.SubjectId == id && notice.Step == "evening")));
    }

    [Fact]
    public async Task A_server_that_was_down_wakes_nobody()
    {
        await _app.DutyAsync(new DateOnly(2026, 3, 16), Cast.Member);
        // Three in the morning in Kolkata.
        _app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 15, 21, 30, 0, TimeSpan.Zero));
        Assert.Equal("not at this hour", await _app.RunJobAsync<RemindTeaTomorrow>());
        Assert.Equal("not at this hour", await _app.RunJobAsync<RemindTeaToday>());
        Assert.Empty(await _app.NewsAsync(Cast.Member));
    }

    [Fact]
    public async Task A_day_without_a_mark_is_not_marked_and_never_done_by_itself()
    {
        var day = new DateOnly(2026, 3, 15);
        var planned = await _app.DutyAsync(day, Cast.Member);
        var done = await _app.DutyAsync(day, Cast.Head, TeaState.Done, place: 2);
        var open = await _app.DutyAsync(day, null, place: 3);
        var tomorrows = await _app.DutyAsync(day.AddDays(1), Cast.Member);
        _app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 15, 20, 31, 0, TimeSpan.Zero));
        Assert.Equal("1 not marked, 1 without a person", await _app.RunJobAsync<CloseTeaDays>());
        Assert.Equal("all marked", await _app.RunJobAsync<CloseTeaDays>());
        Assert.Equal([TeaState.NotConfirmed, TeaState.Done, TeaState.Cancelled, TeaState.Planned],
            await Task.WhenAll(new[] { planned, done, open, tomorrows }.Select(async id => (await _app.ReadDutyAsync(id)).State)));
        var member = await _app.SignInAsync(Cast.Member);
        var tea = await member.GetAsync("/tea");
        Assert.Contains("Did you make tea on", tea.Text, StringComparison.Ordinal);
        Assert.NotNull(tea.Document.QuerySelector($"a.flag[href*='{planned}'] use[href$='#question-circle']"));
        Assert.Contains("Not marked", (await member.GetAsync("/tea/fairness")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you make tea on", (await member.GetAsync("/tea?month=2026-02")).Text, StringComparison.Ordinal);
        Assert.Contains("If you did not make it, tell your tea manager.", (await member.GetAsync($"/tea/duty/{planned}")).Text,
            StringComparison.Ordinal);
        Assert.Contains("If you did not make it, tell your tea manager.", (await member.GetAsync($"/tea/duty/{planned}/completion")).Text,
            StringComparison.Ordinal);
        Assert.Equal(302, (await (await member.GetAsync($"/tea/duty/{planned}")).SubmitAsync([], "form[action*=completion]")).Status);
        Assert.Equal(TeaState.Done, (await _app.ReadDutyAsync(planned)).State);
    }

    [Theory]
    [InlineData("2026-03-15T19:59", "2026-03-14", "2026-03-15T20:00")]
    [InlineData("2026-03-15T20:00", "2026-03-15", "2026-03-16T20:00")]
    public async Task The_evening_begins_at_eight(string local, string period, string next)
    {
        var job = await JobAsync<RemindTeaTomorrow>();
        var now = new DateTimeOffset(DateTime.Parse(local, null), TimeSpan.FromHours(5.5));
        Assert.Equal((period, DateTime.Parse(next, null)), (job.DuePeriod(now), job.NextRun(now)));
    }

    [Theory]
    [InlineData("2026-03-15T03:10", "2026-03-14T21", "2026-03-15T04:00")]
    [InlineData("2026-03-15T04:00", "2026-03-15T04", "2026-03-15T05:00")]
    [InlineData("2026-03-15T05:00", "2026-03-15T05", "2026-03-15T06:00")]
    [InlineData("2026-03-15T23:10", "2026-03-15T21", "2026-03-16T04:00")]
    public async Task The_day_has_hours_from_four_to_nine(string local, string period, string next)
    {
        var job = await JobAsync<RemindTeaToday>();
        var now = new DateTimeOffset(DateTime.Parse(local, null), TimeSpan.FromHours(5.5));
        Assert.Equal((period, DateTime.Parse(next, null)), (job.DuePeriod(now), job.NextRun(now)));
    }

    [Theory]
    [InlineData("05:00", "04:00", true)]
    [InlineData("05:29", "04:00", true)]
    [InlineData("05:30", "04:00", false)]
    [InlineData("05:30", "05:00", true)]
    [InlineData("06:29", "05:00", true)]
    [InlineData("06:45", "05:00", false)]
    [InlineData("06:45", "06:00", true)]
    [InlineData("06:45", "07:00", false)]
    [InlineData("17:00", "15:00", false)]
    [InlineData("17:00", "16:00", true)]
    [InlineData("00:15", "23:00", false)]
    [InlineData(null, "05:00", false)]
    [InlineData(null, "06:00", true)]
    [InlineData(null, "12:00", false)]
    public void The_morning_reminder_comes_before_the_tea(string? tea, string now, bool due) =>
        Assert.Equal(due, RemindTeaToday.IsDue(tea is null ? null : TimeOnly.Parse(tea, null), TimeOnly.Parse(now, null)));

    [Theory]
    [InlineData("Asia/Kolkata")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("America/New_York")]
    public async Task Tea_at_any_time_of_the_day_is_reminded_of_half_an_hour_to_an_hour_and_a_half_before(string zone)
    {
        var job = await JobAsync<RemindTeaToday>();
        var tenant = new TenantView(Guid.Empty, "", zone, "en-US", "USD");
        for (var tea = new TimeOnly(5, 0); tea <= new TimeOnly(22, 0); tea = tea.AddMinutes(5))
        {
            // Every tick of a day; a job runs at the tick at which its period is new.
            var runs = Enumerable.Range(0, 4 * 24)
                .Select(quarter => new DateTimeOffset(2026, 3, 15, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * quarter))
                .Where(tick => job.DuePeriod(tenant.Local(tick)) != job.DuePeriod(tenant.Local(tick.AddMinutes(-15))))
                .Select(tick => TimeOnly.FromDateTime(tenant.Local(tick).DateTime));
            var first = runs.Where(now => RemindTeaToday.IsDue(tea, now)).Order().First();
            Assert.InRange(tea - first, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(89));
        }
    }

    private async Task<DateTimeOffset> LocalAsync() =>
        (await _app.ReadAsync("North", db => db.Tenants.Select(TenantView.Of).SingleAsync())).Now(_app.Clock);

    private Task<T> JobAsync<T>()
        where T : AjsPantry.Infrastructure.Jobs.TenantJob =>
        _app.InTenantAsync("North",
            services =>
                Task.FromResult(
                    ((IEnumerable<AjsPantry.Infrastructure.Jobs.TenantJob>)services.GetService(
                        typeof(IEnumerable<AjsPantry.Infrastructure.Jobs.TenantJob>))!).OfType<T>().Single()));
}
