using System.Globalization;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Jobs;

/// <summary>Each test has an application of its own, because a tick concerns all tenants and the clock only moves on.</summary>
public sealed class JobTickTests : IAsyncLifetime
{
    private static readonly Guid North = Cast.TenantId("North");
    private static readonly Guid South = Cast.TenantId("South");

    private readonly PantryApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_due_job_starts_once_for_each_tenant_and_period()
    {
        await _app.TickAsync();
        await _app.TickAsync();
        foreach (var tenant in (Guid[])[North, South])
            Assert.Equal(("2026-02", JobState.Queued),
                (Assert.Single(await _app.RunsAsync(tenant)).Period, (await _app.RunsAsync(tenant))[0].State));
        Assert.Equal(_app.Waiting().Count, _app.Waiting().DistinctBy(job => job.Run).Count());
        await _app.WorkAsync();
        await _app.TickAsync();
        await _app.WorkAsync();
        foreach (var tenant in (Guid[])[North, South])
        {
            Assert.Equal(
                ("2 reports made", 1), (Assert.Single(await _app.RunsAsync(tenant)).Result, (await _app.RunsAsync(tenant))[0].Attempts));
            Assert.Equal(2, await _app.InAsync(tenant, db => db.Reports.CountAsync()));
        }
    }

    [Fact]
    public async Task Ticks_at_the_same_time_start_a_job_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_app.TickAsync)));
        var waiting = _app.Waiting();
        await using var scope = _app.Services.CreateAsyncScope();
        foreach (var job in scope.ServiceProvider.GetServices<TenantJob>())
        {
            foreach (var tenant in (Guid[])[North, South])
            {
                var run = Assert.Single(await _app.RunsAsync(tenant, job.Kind));
                Assert.Equal(1, waiting.Count(queued => queued.Run == run.Id));
            }
        }
    }

    [Fact]
    public async Task A_first_of_the_month_that_was_missed_is_caught_up_with()
    {
        _app.Clock.SetUtcNow(new(2026, 4, 9, 12, 0, 0, TimeSpan.Zero));
        await _app.TickAsync();
        Assert.Equal("2026-03", Assert.Single(await _app.RunsAsync(North)).Period);
    }

    [Fact]
    public async Task Every_tenant_goes_by_its_own_clock()
    {
        var utc = await _app.AddTenantAsync("utc", "UTC");
        var newYork = await _app.AddTenantAsync("newyork", "America/New_York");
        string[] due = [];
        foreach (var (hour, minute) in new[] { (0, 15), (0, 30), (6, 0), (9, 45), (10, 0) })
        {
            _app.Clock.SetUtcNow(new(2026, 4, 1, hour, minute, 0, TimeSpan.Zero));
            await _app.TickAsync();
            var started = await Task.WhenAll(new[] { North, utc, newYork }
                .Select(async tenant => (await _app.RunsAsync(tenant)).Any(run => run.Period == "2026-03") ? "x" : "-"));
            due = [.. due, string.Concat(started)];
        }

        Assert.Equal(["---", "x--", "xx-", "xx-", "xxx"], due);
    }

    [Theory]
    [InlineData("Asia/Kolkata", "2026-04-01T00:30Z")]
    [InlineData("UTC", "2026-04-01T06:00Z")]
    [InlineData("America/New_York", "2026-04-01T10:00Z")] // summer time
    [InlineData("America/New_York", "2026-12-01T11:00Z")] // winter time
    [InlineData("America/New_York", "2026-11-01T11:00Z")] // the clock went back four hours before
    [InlineData("Australia/Sydney", "2028-09-30T19:00Z")] // the clock went forward three hours before
    [InlineData("Australia/Sydney", "2029-03-31T20:00Z")] // the clock went back three hours before
    [InlineData("Pacific/Kiritimati", "2026-12-31T16:00Z")]
    [InlineData("Pacific/Pago_Pago", "2027-01-01T17:00Z")]
    public async Task Reports_are_due_at_six_by_the_tenants_wall_clock(string zone, string instant)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetServices<TenantJob>().Single(job => job.Kind == Work.Reports);
        var tenant = new TenantView(Guid.Empty, "", zone, "en-US", "USD");
        var six = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        var before = tenant.Local(six.AddTicks(-1));
        var at = tenant.Local(six);
        var first = new DateTime(at.Year, at.Month, 1, 6, 0, 0);
        Assert.Equal(first, at.DateTime);
        Assert.Equal(first.AddMonths(-2).ToString("yyyy-MM", CultureInfo.InvariantCulture), job.DuePeriod(before));
        Assert.Equal(first.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture), job.DuePeriod(at));
        Assert.Equal(first, job.NextRun(before));
        Assert.Equal(first.AddMonths(1), job.NextRun(at));
    }

    [Fact]
    public async Task Neither_suspended_tenants_nor_the_platform_have_jobs()
    {
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(_app.Database),
            $"UPDATE tenants SET suspended_at = now(), suspend_reason = 'A test' WHERE id = '{South}'");
        await _app.TickAsync();
        Assert.Empty(await _app.RunsAsync(South));
        Assert.Empty(await _app.RunsAsync(Cast.TenantId("Platform")));
        Assert.DoesNotContain(_app.Waiting(), job => job.Tenant != North);
        Assert.Single(await _app.RunsAsync(North));
    }

    [Fact]
    public async Task A_run_that_its_server_did_not_finish_is_queued_again_after_three_hours()
    {
        await _app.TickAsync();
        var run = Assert.Single(await _app.RunsAsync(North));
        await _app.InAsync(North,
            db => db.JobRuns.Where(row => row.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, JobState.Running)));
        _app.Clock.Advance(TimeSpan.FromHours(2.75));
        await _app.TickAsync();
        Assert.Equal(1, _app.Waiting().Count(job => job.Run == run.Id));
        _app.Clock.Advance(TimeSpan.FromHours(0.25));
        await _app.TickAsync();
        Assert.Equal(2, _app.Waiting().Count(job => job.Run == run.Id));
        await _app.WorkAsync();
        Assert.Equal((JobState.Done, 1), (Assert.Single(await _app.RunsAsync(North)).State, (await _app.RunsAsync(North))[0].Attempts));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Somebody")]
    public async Task A_run_that_never_reached_the_queue_is_found_at_the_next_tick(string? requestedBy)
    {
        // Written a moment before its server stopped.
        var lost = await _app.QueueAsync("North", Work.Reports, "2026-01", requestedBy, run => run.QueuedAt = _app.Clock.GetUtcNow());
        await _app.TickAsync();
        Assert.DoesNotContain(_app.Waiting(), job => job.Run == lost);
        _app.Clock.Advance(TimeSpan.FromMinutes(15));
        await _app.TickAsync();
        Assert.Single(_app.Waiting(), job => job.Run == lost);
        await _app.WorkAsync();
        Assert.Equal(JobState.Done, (await _app.RunsAsync(North)).Single(run => run.Id == lost).State);
    }

    [Fact]
    public async Task A_run_that_waits_behind_others_is_not_queued_twice()
    {
        await _app.TickAsync();
        var before = _app.Waiting().Count;
        _app.Clock.Advance(TimeSpan.FromMinutes(15));
        await _app.TickAsync();
        Assert.Equal(before, _app.Waiting().Count);
    }

    [Fact]
    public async Task One_tenants_trouble_does_not_keep_the_others_waiting()
    {
        await TestServer.ExecuteAsync(
            TestServer.AsSuperuser(_app.Database), $"UPDATE tenants SET time_zone = 'Nowhere/Never' WHERE id = '{North}'");
        await _app.TickAsync();
        Assert.Empty(await _app.RunsAsync(North));
        Assert.Single(await _app.RunsAsync(South));
    }

    [Theory]
    [InlineData("Asia/Kolkata")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Australia/Adelaide")]
    [InlineData("Pacific/Chatham")]
    [InlineData("America/New_York")]
    public async Task Every_job_starts_at_the_minute_that_its_page_promises(string zone)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var tenant = new TenantView(Guid.Empty, "", zone, "en-US", "USD");
        foreach (var job in scope.ServiceProvider.GetServices<TenantJob>())
        {
            var starts = 0;
            // Every tick of 32 days.
            for (var tick = new DateTimeOffset(2026, 6, 1, 0, 15, 0, TimeSpan.Zero); tick.Month < 8; tick = tick.AddMinutes(15))
            {
                var before = tenant.Local(tick.AddMinutes(-15));
                var now = tenant.Local(tick);
                if (job.DuePeriod(before) == job.DuePeriod(now))
                    continue;
                starts++;
                Assert.Equal(job.NextRun(before), now.DateTime);
                Assert.True(now.Minute == 0, $"{job.Kind} starts at {now:HH:mm} in {zone}");
            }

            Assert.True(starts > 0, $"{job.Kind} never starts.");
        }
    }
}

/// <summary>A job that does not even know when it is due.</summary>
public sealed class TroubledJob : TenantJob
{
    public override string Kind => "troubled";

    public override string Title => "Troubled";

    public override string Schedule => "Never";

    public override string DuePeriod(DateTimeOffset local) => throw new InvalidOperationException("A test");

    public override DateTime NextRun(DateTimeOffset local) => local.DateTime;

    public override Task<string> RunAsync(string period, CancellationToken cancellationToken) => Task.FromResult("");
}

public sealed class TroubledApp : PantryApp
{
    protected override bool IsShared => false;

    /// <summary>Before all others, so that they come after the trouble.</summary>
    protected override void Replace(IServiceCollection services) => services.Insert(0, ServiceDescriptor.Scoped<TenantJob, TroubledJob>());
}

public sealed class TroubledTickTests(TroubledApp app) : IClassFixture<TroubledApp>
{
    [Fact]
    public async Task One_jobs_trouble_does_not_hold_up_the_tenants_others()
    {
        await app.TickAsync();
        Assert.Single(await app.RunsAsync(Cast.TenantId("North")));
        Assert.Empty(await app.RunsAsync(Cast.TenantId("North"), "troubled"));
    }
}
