using System.Globalization;
using AjsPantry.Features.Expenses;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Jobs;

/// <summary>Each test has an application of its own, because a tick concerns all tenants and the clock only moves on.</summary>
public sealed class HourlyTickTests : IAsyncLifetime
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
            Assert.Equal(("2026-02", JobState.Queued), (Assert.Single(await _app.RunsAsync(tenant)).Period, (await _app.RunsAsync(tenant))[0].State));
        Assert.Equal(_app.Waiting().Count, _app.Waiting().DistinctBy(job => job.Run).Count());
        await _app.WorkAsync();
        await _app.TickAsync();
        await _app.WorkAsync();
        foreach (var tenant in (Guid[])[North, South])
        {
            Assert.Equal(("2 reports made", 1), (Assert.Single(await _app.RunsAsync(tenant)).Result, (await _app.RunsAsync(tenant))[0].Attempts));
            Assert.Equal(2, await _app.InAsync(tenant, db => db.Reports.CountAsync()));
        }
    }

    [Fact]
    public async Task Ticks_at_the_same_time_start_a_job_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_app.TickAsync)));
        var waiting = _app.Waiting();
        foreach (var tenant in (Guid[])[North, South])
        {
            var run = Assert.Single(await _app.RunsAsync(tenant));
            Assert.Equal(1, waiting.Count(job => job.Run == run.Id));
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
        var (utc, newYork) = (await _app.AddTenantAsync("utc", "UTC"), await _app.AddTenantAsync("newyork", "America/New_York"));
        string[] due = [];
        foreach (var (hour, minute) in new[] { (0, 29), (0, 31), (6, 1), (9, 59), (10, 1) })
        {
            _app.Clock.SetUtcNow(new(2026, 4, 1, hour, minute, 0, TimeSpan.Zero));
            await _app.TickAsync();
            var started = await Task.WhenAll(new[] { North, utc, newYork }.Select(async tenant => (await _app.RunsAsync(tenant)).Any(run => run.Period == "2026-03") ? "x" : "-"));
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
        var (before, at) = (tenant.Local(six.AddTicks(-1)), tenant.Local(six));
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
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(_app.Database), $"UPDATE tenants SET suspended_at = now(), suspend_reason = 'A test' WHERE id = '{South}'");
        await _app.TickAsync();
        Assert.Empty(await _app.RunsAsync(South));
        Assert.Empty(await _app.RunsAsync(Cast.TenantId("Platform")));
        Assert.DoesNotContain(_app.Waiting(), job => job.Tenant != North);
        Assert.Single(await _app.RunsAsync(North));
    }

    [Fact]
    public async Task A_run_that_was_lost_with_its_server_is_queued_again()
    {
        await _app.TickAsync();
        var run = Assert.Single(await _app.RunsAsync(North));
        _app.Clock.Advance(TimeSpan.FromHours(2.9));
        await _app.TickAsync();
        Assert.Equal(1, _app.Waiting().Count(job => job.Run == run.Id));
        _app.Clock.Advance(TimeSpan.FromHours(0.1));
        await _app.TickAsync();
        Assert.Equal(2, _app.Waiting().Count(job => job.Run == run.Id));
        await _app.WorkAsync();
        Assert.Equal((JobState.Done, 1), (Assert.Single(await _app.RunsAsync(North)).State, (await _app.RunsAsync(North))[0].Attempts));
    }

    [Fact]
    public async Task One_tenants_trouble_does_not_keep_the_others_waiting()
    {
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(_app.Database), $"UPDATE tenants SET time_zone = 'Nowhere/Never' WHERE id = '{North}'");
        await _app.TickAsync();
        Assert.Empty(await _app.RunsAsync(North));
        Assert.Single(await _app.RunsAsync(South));
    }
}
