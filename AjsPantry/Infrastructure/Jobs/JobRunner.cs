using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Jobs;

/// <summary>
/// What Hangfire calls for every tenant's job. Arguments are ids only; the tenant's comes first and is restored by
/// <see cref="TenantJobActivator"/>.
/// </summary>
public sealed class JobRunner(PantryDb db, Caller caller, Scope scope, IEnumerable<TenantJob> jobs, TimeProvider clock)
{
    [Queue(JobsSetup.TenantQueue)]
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [30, 120, 600, 1800, 3600])]
    public async Task RunAsync(Guid tenantId, Guid runId, CancellationToken cancellationToken)
    {
        if (tenantId != db.TenantId)
            throw new InvalidOperationException("The job's tenant was not restored.");
        var run = await db.JobRuns.SingleAsync(run => run.Id == runId, cancellationToken);
        if (run.State == JobState.Done)
            return;
        run.Start(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        try
        {
            var result = await DoAsync(run, cancellationToken);
            await FinishAsync(runId, found => found.Succeed(clock.GetUtcNow(), result));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await FinishAsync(runId, found => found.Fail(clock.GetUtcNow(), exception.GetBaseException().Message));
            throw;
        }
    }

    private async Task<string> DoAsync(JobRun run, CancellationToken cancellationToken)
    {
        var job = jobs.Single(job => job.Kind == run.Kind);
        caller.ActAsJob(run.RequestedBy is null ? job.Title : $"{job.Title} (asked for by {run.RequestedBy})");
        await scope.ReadTenantAsync(cancellationToken);
        return await job.RunAsync(run.Period, cancellationToken);
    }

    /// <summary>
    /// Writes the end of the run even when the job left the context with changes that cannot be saved or the server stops.
    /// </summary>
    private async Task FinishAsync(Guid runId, Action<JobRun> change)
    {
        db.ChangeTracker.Clear();
        change(await db.JobRuns.SingleAsync(run => run.Id == runId, CancellationToken.None));
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
