using System.Globalization;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Jobs;

/// <summary>Plays the job server, when a test says so.</summary>
internal static class Work
{
    public const string Reports = "monthly-expense-report";

    /// <summary>What the clock brings every quarter of an hour, and at no other minute.</summary>
    public static async Task TickAsync(this PantryApp app)
    {
        var quarter = int.Parse(JobTick.EveryQuarter.Split(' ')[0]["*/".Length..], CultureInfo.InvariantCulture);
        Assert.Equal(0, app.Clock.GetUtcNow().Minute % quarter);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobTick>().RunAsync(CancellationToken.None);
    }

    /// <summary>The tenants' jobs that wait for a worker: tenant and run.</summary>
    public static List<(string Id, Guid Tenant, Guid Run)> Waiting(this PantryApp app) =>
        [.. app.Services.GetRequiredService<JobStorage>().GetMonitoringApi().EnqueuedJobs(JobsSetup.TenantQueue, 0, 1000)
            .Select(queued => (queued.Key, (Guid)queued.Value.Job.Args[0], (Guid)queued.Value.Job.Args[1]))];

    /// <summary>Does all that waits, each job in a scope of its own.</summary>
    public static async Task WorkAsync(this PantryApp app)
    {
        foreach (var (id, tenant, run) in app.Waiting())
        {
            app.Services.GetRequiredService<IBackgroundJobClient>().Delete(id);
            await app.RunAsync(tenant, run);
        }
    }

    public static async Task RunAsync(this PantryApp app, Guid tenant, Guid run)
    {
        await using var scope = app.Services.GetRequiredService<TenantScopes>().Open(tenant);
        await scope.ServiceProvider.GetRequiredService<JobRunner>().RunAsync(tenant, run, CancellationToken.None);
    }

    public static Task<List<JobRun>> RunsAsync(this PantryApp app, Guid tenant, string kind = Reports) =>
        app.InAsync(tenant, db => db.JobRuns.Where(run => run.Kind == kind).OrderBy(run => run.Id).AsNoTracking().ToListAsync());

    public static async Task<T> InAsync<T>(this PantryApp app, Guid tenant, Func<PantryDb, Task<T>> work)
    {
        await using var scope = app.Services.GetRequiredService<TenantScopes>().Open(tenant);
        return await work(scope.ServiceProvider.GetRequiredService<PantryDb>());
    }

    /// <summary>Writes a run as the tick or an admin would and returns its id.</summary>
    public static Task<Guid> QueueAsync(this PantryApp app, string tenant, string kind, string period = "2026-02",
        string? requestedBy = null, Action<JobRun>? change = null) =>
        app.InAsync(Cast.TenantId(tenant), async db =>
        {
            var run = new JobRun { Kind = kind, Period = period, QueuedAt = TestClock.Beginning, RequestedBy = requestedBy };
            change?.Invoke(run);
            db.JobRuns.Add(run);
            await db.SaveChangesAsync();
            return run.Id;
        });

    /// <summary>Adds a tenant of one floor on another clock.</summary>
    public static async Task<Guid> AddTenantAsync(this PantryApp app, string code, string timeZone)
    {
        var id = Guid.CreateVersion7();
        return await app.InAsync(id, async db =>
        {
            var tenant =
                new Tenant
                {
                    Code = code,
                    Name = code,
                    TimeZone = timeZone,
                    Culture = "en-US",
                    Currency = "USD",
                    CreatedAt = TestClock.Beginning.AddYears(-1)
                };
            db.Entry(tenant).Property(row => row.Id).CurrentValue = id;
            db.Tenants.Add(tenant);
            db.Floors.Add(new Floor { Number = 1, Name = "Floor 1", CreatedAt = TestClock.Beginning.AddYears(-1) });
            await db.SaveChangesAsync();
            return id;
        });
    }
}
