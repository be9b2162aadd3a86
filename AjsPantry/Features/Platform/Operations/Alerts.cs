namespace AjsPantry.Features.Platform.Operations;

/// <summary>What is measured of the installation, at one moment on one node.</summary>
/// <param name="BackupsExpected">False where nobody set them up, as on a developer's machine.</param>
/// <param name="LastBackup">When the last good one ended; null when there was none.</param>
/// <param name="LastDrill">When a backup was last restored and found whole.</param>
/// <param name="GivenUp">Jobs of the engine that ran out of tries.</param>
/// <param name="OldestJob">Since when the job that waits longest waits for a worker; null when none does.</param>
/// <param name="MailOn">The installation has a mail server.</param>
/// <param name="StuckMails">Mails of the last two days that were refused three times or more.</param>
/// <param name="MailDueSince">Since when the mail that waits longest for its first try is due; null when none is.</param>
/// <param name="Node">The node that measured.</param>
/// <param name="Requests">Pages that the node was asked for in the last ten minutes.</param>
/// <param name="Failures">How many of them ended in an error of ours.</param>
public sealed record WatchFigures(
    DateTimeOffset Now, bool BackupsExpected, DateTimeOffset? LastBackup, DateTimeOffset? LastDrill, long GivenUp,
    DateTimeOffset? OldestJob, bool MailOn, long StuckMails, DateTimeOffset? MailDueSince,
    string Node, int Requests, int Failures);

/// <summary>Something that an operator has to look at.</summary>
/// <param name="Kind">The same for the same trouble, so that it is told once.</param>
/// <param name="Title">What is wrong, in one line.</param>
/// <param name="Words">What to do about it.</param>
public sealed record Alert(string Kind, string Title, string Words);

/// <summary>
/// The five things that matter enough to wake somebody: no good backup, no backup that was proved to restore, jobs that do not run,
/// mails that do not leave, pages that fail. What stops the application altogether, somebody outside of it has to watch: /readyz.
/// </summary>
public static class Alerts
{
    /// <summary>Nightly, with two hours for a slow night.</summary>
    public static readonly TimeSpan OldestBackup = TimeSpan.FromHours(26);

    public static readonly TimeSpan LongestJobWait = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan LongestMailWait = TimeSpan.FromMinutes(30);

    /// <summary>Fewer failures than this are a mishap, whatever share of the requests they are.</summary>
    public const int FewFailures = 5;

    /// <summary>One page of twenty.</summary>
    public const int FailuresInPercent = 5;

    /// <summary>What a node has not said again for so long is over, or the node is.</summary>
    private static readonly TimeSpan NodeIsGone = TimeSpan.FromDays(1);

    private const string Pages = "pages:";

    /// <summary>Every alert that is due, in the order of their weight.</summary>
    public static IReadOnlyList<Alert> Of(WatchFigures figures) => [.. All(figures)];

    /// <summary>
    /// Whether a node can tell that an alert is over: failing pages only the node on which they failed, unless it is not there any more.
    /// </summary>
    /// <param name="since">When the alert was told.</param>
    public static bool CanClear(string kind, DateTimeOffset since, WatchFigures figures) =>
        !kind.StartsWith(Pages, StringComparison.Ordinal) || kind == Pages + figures.Node || figures.Now - since > NodeIsGone;

    private static IEnumerable<Alert> All(WatchFigures figures)
    {
        if (figures.BackupsExpected && IsOld(figures.LastBackup, figures.Now, OldestBackup))
            yield return new("backup",
                figures.LastBackup is null ? "No backup has been made yet"
                    : $"The last good backup is {Age(figures.LastBackup.Value, figures.Now)} old",
                    "Run deploy/backup on the server and read its message. If the disk breaks, everything since the last good backup is lost.");
        if (figures.BackupsExpected && IsOld(figures.LastDrill, figures.Now, OldestBackup))
            yield return new("restore_drill",
                figures.LastDrill is null ? "No backup was test-restored yet"
                    : $"The last good restore test was {Age(figures.LastDrill.Value, figures.Now)} ago",
                    "Run deploy/drill on the server and read its message. Only a backup that can be restored helps.");
        if (figures.OldestJob is { } job && figures.Now - job > LongestJobWait)
            yield return new("jobs", $"A background job has waited for {Age(job, figures.Now)}",
                "Check the job servers. If none is active, restart the application.");
        else if (figures.GivenUp > 0)
            yield return new("jobs", figures.GivenUp == 1 ? "A background job failed" : $"{figures.GivenUp} background jobs failed",
                "The job engine shows why. Retry or delete them there.");
        if (figures.MailOn && (figures.StuckMails > 0 || (figures.MailDueSince is { } due && figures.Now - due > LongestMailWait)))
            yield return new("mail",
                figures.StuckMails > 0
                    ? $"{(figures.StuckMails == 1 ? "An email is" : $"{figures.StuckMails} emails are")} refused repeatedly"
                    : $"An email has waited for {Age(figures.MailDueSince!.Value, figures.Now)}",
                    "Check the mail server and its settings. Waiting emails are sent when it answers.");
        if (figures.Failures >= FewFailures && 100L * figures.Failures >= (long)FailuresInPercent * figures.Requests)
            yield return new(Pages + figures.Node, $"{figures.Failures} of {figures.Requests} pages failed within ten minutes",
                $"Read the log of {figures.Node}.");
    }

    private static bool IsOld(DateTimeOffset? last, DateTimeOffset now, TimeSpan most) => last is null || now - last > most;

    /// <summary>40 minutes, 27 hours, 3 days.</summary>
    public static string Age(DateTimeOffset since, DateTimeOffset now)
    {
        var age = now - since;
        var minutes = Math.Max(0, (long)(now - since).TotalMinutes);
        return minutes < 120 ? Count(minutes, "minute") : age.TotalHours < 72 ? Count((long)age.TotalHours, "hour")
            : Count((long)age.TotalDays, "day");
    }

    private static string Count(long count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
