using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Nodes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Operations;

/// <summary>
/// What there is to know of the installation, beyond the figures of its residences. To be asked in the platform's own tenant: elsewhere the
/// database hands out nothing.
/// </summary>
public sealed class OperationsQuery(PantryDb db, PageTimes pages, MailSettings mail, IHostEnvironment environment, TimeProvider clock)
{
    private const string Sql = $$"""
        SELECT watch.*, jobs.*, (SELECT count(*) FROM members WHERE role = 'Operator' AND deactivated_at IS NULL AND email <> '') AS reachable
        FROM platform_watch({1}) watch CROSS JOIN ({{JobEngine.Figures}}) jobs
        """;

    public async Task<OperationsView> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var runs = await db.Database.SqlQuery<MaintenanceState>($"""
            SELECT kind, max(finished_at) FILTER (WHERE succeeded) AS last_good_at, max(finished_at) AS last_at,
                (array_agg(succeeded ORDER BY finished_at DESC, id DESC))[1] AS last_succeeded, (array_agg(detail ORDER BY finished_at DESC, id DESC))[1] AS last_detail
            FROM maintenance_runs GROUP BY kind
            """).ToListAsync(cancellationToken);
        var watched = await db.Database.SqlQueryRaw<Watched>(Sql, now - JobEngine.Silence, now).SingleAsync(cancellationToken);
        var (requests, failures) = pages.Recent();
        var backups = environment.IsProduction() || runs.Count > 0;
        return new OperationsView(
            new WatchFigures(now, backups, LastGood("backup"), LastGood("restore_drill"), watched.JobsGivenUp, watched.OldestJobAt,
                mail.IsOn, watched.StuckMails, watched.MailDueSince, NodeName.Current, requests, failures),
            runs, watched.FailedRuns, mail.IsOn ? watched.Reachable : 0);

        DateTimeOffset? LastGood(string kind) => runs.Find(run => run.Kind == kind)?.LastGoodAt;
    }

    /// <summary>The alerts that somebody was told of and that are not over, the oldest first.</summary>
    public Task<List<OpenAlert>> OpenAsync(CancellationToken cancellationToken) =>
        db.Database.SqlQuery<OpenAlert>($"SELECT kind, since, words FROM alerts WHERE cleared_at IS NULL").OrderBy(alert => alert.Since)
            .ToListAsync(cancellationToken);

    private sealed record Watched(
        long StuckMails, DateTimeOffset? MailDueSince, long FailedRuns, long Reachable, long JobsGivenUp, DateTimeOffset? OldestJobAt);
}

/// <param name="FailedRuns">Tenants' jobs of the last day whose last try did not work.</param>
/// <param name="Reachable">How many operators alerts can be mailed to.</param>
public sealed record OperationsView(WatchFigures Figures, IReadOnlyList<MaintenanceState> Runs, long FailedRuns, long Reachable)
{
    public IReadOnlyList<Alert> Due { get; } = Alerts.Of(Figures);

    /// <summary>How the installation does, in a sentence.</summary>
    public string Answer => Due.Count switch
    {
        0 => Unproven ?? "All is well",
        1 => Due[0].Title,
        var count => $"{count} problems",
    };

    /// <summary>Where nobody set up backups no alert is due, but nothing is well either.</summary>
    private string? Unproven =>
        Figures.LastBackup is null ? "No backup has been made yet"
        : Figures.LastDrill is null ? "No backup was test-restored yet"
        : SecondCopy?.LastGoodAt is null ? "No second copy of the backups has been made yet"
        : SecondCopy.LastSucceeded ? null : "The last second copy of the backups failed";

    private MaintenanceState? SecondCopy => Runs.FirstOrDefault(run => run.Kind == "second_copy");
}

/// <summary>One kind of what scripts do at night, as they noted it.</summary>
/// <param name="Kind">backup, second_copy or restore_drill.</param>
/// <param name="LastGoodAt">Null when none has succeeded.</param>
public sealed record MaintenanceState(string Kind, DateTimeOffset? LastGoodAt, DateTimeOffset LastAt, bool LastSucceeded, string LastDetail)
{
    public string Words => Kind switch
    {
        "backup" => "Backup",
        "second_copy" => "Second copy",
        _ => "Restore test",
    };
}

/// <param name="Words">Its title as it was told.</param>
public sealed record OpenAlert(string Kind, DateTimeOffset Since, string Words);
