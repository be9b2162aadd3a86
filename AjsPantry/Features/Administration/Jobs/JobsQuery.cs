using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Jobs;

/// <summary>The tenant's scheduled jobs with their latest runs.</summary>
public sealed class JobsQuery(PantryDb db, IEnumerable<TenantJob> jobs, Scope scope)
{
    /// <summary>As many runs as the picture of the history shows.</summary>
    private const int Shown = 14;

    public async Task<IReadOnlyList<JobView>> ReadAsync(CancellationToken cancellationToken)
    {
        var local = scope.LocalNow;
        var kinds = jobs.Select(job => job.Kind).ToList();
        var runs = await db.JobRuns.Select(run => run.Kind).Distinct().Where(kind => kinds.Contains(kind))
            .SelectMany(kind => db.Set<JobRun>().Where(run => run.Kind == kind).OrderByDescending(run => run.QueuedAt).Take(Shown))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. jobs.Select(job => new JobView(
            job.Kind, job.Title, job.Schedule, job.NextRun(local),
            [.. runs.Where(run => run.Kind == job.Kind).OrderByDescending(run => run.QueuedAt)]))];
    }
}

/// <param name="Next">On the tenant's clock.</param>
/// <param name="Runs">Newest first.</param>
public sealed record JobView(string Kind, string Title, string Schedule, DateTime Next, IReadOnlyList<JobRun> Runs)
{
    public JobRun? Latest => Runs.Count == 0 ? null : Runs[0];

    public bool IsBusy => Latest is { State: JobState.Queued or JobState.Running };
}
