using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Jobs;

/// <summary>Starts one of the tenant's jobs now, for the period that was due last.</summary>
public sealed class RunJob(PantryDb db, IEnumerable<TenantJob> jobs, IBackgroundJobClient queue, Caller caller, TimeProvider clock)
{
    /// <returns>The job's title; null when there is no such job. A run that is already waiting or under way is not doubled.</returns>
    public async Task<string?> HandleAsync(string kind, CancellationToken cancellationToken)
    {
        if (jobs.SingleOrDefault(job => job.Kind == kind) is not { } job)
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.HoldJobAsync(kind, cancellationToken);
        var recent = clock.GetUtcNow().AddMinutes(-10);
        if (await db.JobRuns.AnyAsync(
            run => run.Kind == kind && run.QueuedAt > recent && (run.State == JobState.Queued || run.State == JobState.Running),
            cancellationToken))
            return job.Title;
        var run =
            new JobRun
            {
                Kind = kind,
                Period = job.DuePeriod(caller.Person!.Tenant.Now(clock)),
                QueuedAt = clock.GetUtcNow(),
                RequestedBy = caller.Name
            };
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        queue.Enqueue<JobRunner>(runner => runner.RunAsync(db.TenantId, run.Id, CancellationToken.None));
        return job.Title;
    }
}
