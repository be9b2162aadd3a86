using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Jobs;

/// <summary>
/// Asks every tenant's own clock, once an hour, which jobs are due, and starts each of them once per period. A tick that was
/// missed costs nothing: the next one finds the same work due.
/// </summary>
public sealed partial class HourlyTick(TenantScopes scopes, PantryDb platform, IBackgroundJobClient queue, TimeProvider clock, ILogger<HourlyTick> logger)
{
    /// <summary>A run that has not ended this long after it was queued was lost with its server, and is queued again.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromHours(3);

    [Queue(JobsSetup.DefaultQueue)]
    [AutomaticRetry(Attempts = 2)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var tenants = await platform.Database.SqlQuery<Guid>($"SELECT tenant_id AS \"Value\" FROM active_tenants()").ToListAsync(cancellationToken);
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

    [LoggerMessage(LogLevel.Error, "The hourly tick failed for tenant {TenantId}")]
    private partial void LogFailure(Exception exception, Guid tenantId);

    private async Task VisitAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        var tenant = await db.Tenants.Select(TenantView.Of).SingleAsync(cancellationToken);
        foreach (var job in scope.ServiceProvider.GetServices<TenantJob>())
            await StartOnceAsync(db, job.Kind, job.DuePeriod(tenant.Now(clock)), cancellationToken);
    }

    private async Task StartOnceAsync(PantryDb db, string kind, string period, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var run = await db.JobRuns.SingleOrDefaultAsync(run => run.Kind == kind && run.Period == period && run.RequestedBy == null, cancellationToken);
        if (run is not null && (run.State == JobState.Done || now - run.QueuedAt < Lost))
            return;
        if (run is null)
            db.JobRuns.Add(run = new JobRun { Kind = kind, Period = period, QueuedAt = now });
        run.QueuedAt = now;
        await db.SaveChangesAsync(cancellationToken);
        queue.Enqueue<JobRunner>(runner => runner.RunAsync(db.TenantId, run.Id, CancellationToken.None));
    }
}
