using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Jobs;

/// <summary>Starts one of the tenant's jobs now, for the period that was due last.</summary>
public sealed class RunJob(PantryDb db, IEnumerable<TenantJob> jobs, IBackgroundJobClient queue, Scope scope)
{
    /// <returns>The job's title; null when there is no such job. A run that is already waiting or under way is not doubled.</returns>
    public async Task<string?> HandleAsync(string kind, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.RunJobs);
        if (jobs.SingleOrDefault(job => job.Kind == kind) is not { } job)
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.HoldJobAsync(kind, cancellationToken);
        var recent = scope.Now.AddMinutes(-10);
        if (await db.JobRuns.AnyAsync(
            run => run.Kind == kind && run.QueuedAt > recent && (run.State == JobState.Queued || run.State == JobState.Running),
            cancellationToken))
            return job.Title;
        var run =
            new JobRun
            {
                Kind = kind,
                Period = job.DuePeriod(scope.LocalNow),
                QueuedAt = scope.Now,
                RequestedBy = scope.ActorName
            };
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        queue.Enqueue<JobRunner>(runner => runner.RunAsync(db.TenantId, run.Id, CancellationToken.None));
        return job.Title;
    }
}
