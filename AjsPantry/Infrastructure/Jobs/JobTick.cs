using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Infrastructure.Jobs;

/// <summary>
/// Asks every tenant's own clock, every quarter of an hour, which jobs are due, and starts each of them once per period. All clocks of
/// the world are whole quarters apart, so 20:00 is 20:00 everywhere. A tick that was missed costs nothing: the next one finds the same
/// work due.
/// </summary>
public sealed partial class JobTick(
    TenantScopes scopes, PantryDb platform, IBackgroundJobClient queue, TimeProvider clock, ILogger<JobTick> logger)
{
    /// <summary>The minutes at which it comes, as cron writes them.</summary>
    public const string EveryQuarter = "*/15 * * * *";

    /// <summary>
    /// A run that nobody has begun this long after it was written may never have reached the queue; then it is queued again.
    /// </summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A run that was begun and has not ended this long after it was queued was lost with its server, and is queued again.
    /// </summary>
    private static readonly TimeSpan Lost = TimeSpan.FromHours(3);

    [Queue(JobsSetup.DefaultQueue)]
    [AutomaticRetry(Attempts = 2)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var tenants = await platform.Database.SqlQuery<Guid>($"SELECT tenant_id AS \"Value\" FROM active_tenants()")
            .ToListAsync(cancellationToken);
        foreach (var tenantId in tenants)
        {
            // One tenant's trouble must not keep the others waiting.
            try
            {
                await VisitAsync(tenantId, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(exception, tenantId);
            }
        }
    }

    private async Task VisitAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        var tenant = await db.Tenants.Select(TenantView.Of).SingleAsync(cancellationToken);
        foreach (var job in scope.ServiceProvider.GetServices<TenantJob>())
        {
            // Nor one job's trouble the tenant's other jobs.
            try
            {
                await StartOnceAsync(db, job.Kind, job.DuePeriod(tenant.Now(clock)), cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogJobFailure(exception, tenantId, job.Kind);
            }

            db.ChangeTracker.Clear();
        }

        await QueueAgainAsync(db, cancellationToken);
    }

    private async Task StartOnceAsync(PantryDb db, string kind, string period, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var run = await db.JobRuns.SingleOrDefaultAsync(
            run => run.Kind == kind && run.Period == period && run.RequestedBy == null, cancellationToken);
        if (run is { State: JobState.Done or JobState.Queued } || (run is not null && now - run.QueuedAt < Lost))
            return;
        if (run is null)
            db.JobRuns.Add(run = new JobRun { Kind = kind, Period = period, QueuedAt = now });
        run.QueuedAt = now;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Another tick came first and queues it.
            return;
        }

        Enqueue(db.TenantId, run.Id);
    }

    /// <summary>Queues what was written and is not in the queue because a server stopped in between, whoever asked for it.</summary>
    private async Task QueueAgainAsync(PantryDb db, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Forgotten;
        var waiting = await db.JobRuns.Where(run => run.State == JobState.Queued && run.QueuedAt <= before).ToListAsync(cancellationToken);
        foreach (var run in waiting)
        {
            if (await JobEngine.HasAsync(platform, run.Id, cancellationToken))
                continue;
            run.QueuedAt = clock.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
            Enqueue(db.TenantId, run.Id);
        }
    }

    private void Enqueue(Guid tenantId, Guid runId) =>
        queue.Enqueue<JobRunner>(runner => runner.RunAsync(tenantId, runId, CancellationToken.None));

    [LoggerMessage(LogLevel.Error, "The tick failed for tenant {TenantId}")]
    private partial void LogFailure(Exception exception, Guid tenantId);

    [LoggerMessage(LogLevel.Error, "The tick could not start {Kind} for tenant {TenantId}")]
    private partial void LogJobFailure(Exception exception, Guid tenantId, string kind);
}
