using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Jobs;

/// <summary>
/// How the job engine does, asked of its tables: Hangfire's own figures take several commands, each of which holds a thread while it
/// waits, so that a few people who look at them at once would keep everybody waiting. The tables belong to no tenant.
/// </summary>
public static class JobEngine
{
    /// <summary>A job server tells every half minute that it lives; one that was silent longer is counted as gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>
    /// One row: the servers heard of since {0} (a node has several), the jobs that wait for a free worker, those that were given up, and
    /// since when the oldest waits that nobody has begun.
    /// </summary>
    public const string Figures = """
        SELECT (SELECT count(*) FROM hangfire.server WHERE lastheartbeat > {0}) AS job_servers,
            (SELECT count(*) FROM hangfire.job WHERE statename = 'Enqueued') AS jobs_waiting,
            (SELECT count(*) FROM hangfire.job WHERE statename = 'Failed') AS jobs_given_up,
            (SELECT min(state.createdat) FROM hangfire.jobqueue queue JOIN hangfire.job job ON job.id = queue.jobid JOIN hangfire.state state ON state.id = job.stateid WHERE queue.fetchedat IS NULL) AS oldest_job_at
        """;

    /// <summary>Whether the engine still knows of work for a run: waiting, under way, or to be tried again.</summary>
    public static async Task<bool> HasAsync(PantryDb db, Guid runId, CancellationToken cancellationToken)
    {
        var found = db.Database.SqlQuery<bool>($"""
            SELECT EXISTS (SELECT FROM hangfire.job
                WHERE statename IN ('Enqueued', 'Processing', 'Scheduled', 'Awaiting') AND arguments::text LIKE {$"%{runId}%"}) AS "Value"
            """);
        return (await found.ToListAsync(cancellationToken)).Single();
    }
}
