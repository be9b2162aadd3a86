using System.Text;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Jobs;

/// <summary>A job that does what the test tells it to.</summary>
public sealed class ToldJob(PantryDb db, Told told) : TenantJob
{
    public const string Name = "told";

    public override string Kind => Name;

    public override string Title => "Told";

    public override string Schedule => "Never";

    public override string DuePeriod(DateTimeOffset local) => "2026-02";

    public override DateTime NextRun(DateTimeOffset local) => local.DateTime.Date.AddDays(1);

    public override Task<string> RunAsync(string period, CancellationToken cancellationToken) => told.What(db);
}

public sealed class Told
{
    public Func<PantryDb, Task<string>> What { get; set; } = _ => Task.FromResult("");
}

public sealed class ToldApp : PantryApp
{
    public Told Told { get; } = new();

    protected override bool IsShared => false;

    protected override void Replace(IServiceCollection services) => services.AddSingleton(Told).AddTenantJob<ToldJob>();
}

public sealed class JobRunnerTests(ToldApp app) : IClassFixture<ToldApp>
{
    private static readonly Guid North = Cast.TenantId("North");
    private static int _periods;

    [Fact]
    public async Task A_run_that_works_says_what_came_of_it_and_how_long_it_took()
    {
        var run = await TellAsync(_ =>
        {
            app.Clock.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult("3 things done");
        });
        await app.RunAsync(North, run);
        var found = await FindAsync(run);
        Assert.Equal(
            (JobState.Done, "3 things done", 1, TimeSpan.FromSeconds(2)), (found.State, found.Result, found.Attempts, found.Duration));
    }

    [Fact]
    public async Task A_failure_is_recorded_and_left_to_Hangfire_to_try_again()
    {
        var run = await TellAsync(_ => throw new InvalidOperationException("Out of paper"));
        Assert.Equal("Out of paper", (await Assert.ThrowsAsync<InvalidOperationException>(() => app.RunAsync(North, run))).Message);
        var found = await FindAsync(run);
        Assert.Equal((JobState.Failed, "Out of paper"), (found.State, found.Error));
        app.Told.What = _ => Task.FromResult("Paper came");
        await app.RunAsync(North, run);
        found = await FindAsync(run);
        Assert.Equal((JobState.Done, "Paper came", (string?)null, 2), (found.State, found.Result, found.Error, found.Attempts));
    }

    [Fact]
    public async Task A_failure_in_the_database_is_recorded_and_leaves_no_half_work()
    {
        var run = await TellAsync(async db =>
        {
            db.Floors.AddRange(new Floor { Number = 77, Name = "Half" }, new Floor { Number = 1, Name = "Taken" });
            await db.SaveChangesAsync();
            return "";
        });
        await Assert.ThrowsAsync<DbUpdateException>(() => app.RunAsync(North, run));
        Assert.Contains("duplicate key", (await FindAsync(run)).Error, StringComparison.Ordinal);
        Assert.False(await app.InAsync(North, db => db.Floors.AnyAsync(floor => floor.Number == 77)));
    }

    [Fact]
    public async Task A_long_error_is_cut()
    {
        var run = await TellAsync(_ => throw new InvalidOperationException(new string('x', 9000)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.RunAsync(North, run));
        Assert.Equal(JobRun.MostError, (await FindAsync(run)).Error!.Length);
    }

    [Fact]
    public async Task An_error_is_cut_between_letters_so_that_it_can_always_be_kept()
    {
        // The last letter that fits is the first half of a pair.
        var run = await TellAsync(_ => throw new InvalidOperationException(new string('x', JobRun.MostError - 1) + "🍵🍵"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.RunAsync(North, run));
        Assert.Equal(
            (JobState.Failed, new string('x', JobRun.MostError - 1)), ((await FindAsync(run)).State, (await FindAsync(run)).Error));
    }

    [Fact]
    public async Task A_run_that_was_cut_off_starts_again_from_the_beginning()
    {
        var run = await TellAsync(_ => throw new OperationCanceledException());
        await Assert.ThrowsAsync<OperationCanceledException>(() => app.RunAsync(North, run));
        Assert.Equal(JobState.Running, (await FindAsync(run)).State);
        app.Told.What = _ => Task.FromResult("Done");
        await app.RunAsync(North, run);
        Assert.Equal((JobState.Done, 2), ((await FindAsync(run)).State, (await FindAsync(run)).Attempts));
    }

    [Fact]
    public async Task A_run_that_is_done_is_not_done_again()
    {
        var times = 0;
        var run = await TellAsync(_ => Task.FromResult($"{++times}"));
        await app.RunAsync(North, run);
        await app.RunAsync(North, run);
        Assert.Equal((1, "1"), (times, (await FindAsync(run)).Result));
    }

    [Fact]
    public async Task A_run_is_not_done_in_another_tenant()
    {
        var run = await TellAsync(_ => Task.FromResult("Done"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.RunAsync(Cast.TenantId("South"), run));
        await app.InTenantAsync("South", async services =>
        {
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => services.GetRequiredService<JobRunner>()
                .RunAsync(North, run, CancellationToken.None));
            Assert.Contains("not restored", refusal.Message, StringComparison.Ordinal);
        });
        Assert.Equal(JobState.Queued, (await FindAsync(run)).State);
    }

    [Fact]
    public async Task Who_asked_for_a_run_stands_in_the_trail_however_long_the_name()
    {
        var name = new string('N', 100);
        var run = await app.QueueAsync("North", Work.Reports, "2026-01", name);
        await app.RunAsync(North, run);
        var actors = await app.InAsync(
            North, db => db.AuditEntries.Where(entry => entry.Thing == nameof(KeptReport)).Select(entry => entry.ActorName).ToListAsync());
        Assert.Contains(actors, actor => actor.StartsWith("Monthly expense report (asked for by NNN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Jobs_of_two_tenants_at_once_never_mix()
    {
        foreach (var tenant in (string[])["North", "South"])
        {
            foreach (var floor in (int[])[1, 2])
            {
                for (var month = 1; month <= 6; month++)
                    await app.RecordAsync(tenant, floor,
                        BillActs.One(100 + floor, shop: $"Shop of {tenant} {floor}", date: new DateOnly(2025, month, 10),
                            item: $"Tea of {tenant} {floor}"));
            }
        }

        var runs = new List<(Guid Tenant, Guid Run)>();
        for (var month = 1; month <= 6; month++)
        {
            foreach (var tenant in (string[])["North", "South"])
                runs.Add((Cast.TenantId(tenant), await app.QueueAsync(tenant, Work.Reports, $"2025-{month:00}")));
        }

        await Parallel.ForEachAsync(
            runs, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (job, _) => await app.RunAsync(job.Tenant, job.Run));

        foreach (var (tenant, other) in new[] { ("North", "South"), ("South", "North") })
        {
            var reports = await app.ReadAsync(tenant,
                db => db.Reports.Where(report => report.Month < new DateOnly(2025, 7, 1)).Include(report => report.Files)
                    .Include(report => report.Floor).AsNoTracking().ToListAsync());
            var withBills = reports.Where(report => report.Bills > 0).ToList();
            Assert.NotEmpty(withBills);
            Assert.All(withBills, report =>
            {
                var own = $"Tea of {tenant} {report.Floor!.Number}";
                var csv = Encoding.UTF8.GetString(report.Files.Single(file => file.Format == "csv").Content);
                foreach (var text in (string[])[report.Content, csv])
                {
                    Assert.Contains(own, text, StringComparison.Ordinal);
                    Assert.DoesNotContain($"of {other}", text, StringComparison.Ordinal);
                    Assert.DoesNotContain($"Tea of {tenant} {3 - report.Floor.Number}", text, StringComparison.Ordinal);
                }
            });
        }
    }

    private Task<Guid> TellAsync(Func<PantryDb, Task<string>> what)
    {
        app.Told.What = what;
        return app.QueueAsync("North", ToldJob.Name, $"test {Interlocked.Increment(ref _periods)}");
    }

    private Task<JobRun> FindAsync(Guid id) => app.InAsync(North, db => db.JobRuns.AsNoTracking().SingleAsync(run => run.Id == id));
}
