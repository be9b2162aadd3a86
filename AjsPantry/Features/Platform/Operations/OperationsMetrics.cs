using System.Diagnostics.Metrics;
using AjsPantry.Infrastructure.Telemetry;

namespace AjsPantry.Features.Platform.Operations;

/// <summary>What the last look at the installation found, for whoever collects figures. Only the node that looked has them.</summary>
public sealed class OperationsMetrics
{
    private WatchFigures? _last;
    private int _alerts;

    public OperationsMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(TelemetrySetup.MeterName);
        meter.CreateObservableGauge(
            "pantry.mail.stuck", () => Of(figures => figures.StuckMails), "{mail}", "Emails that were refused three times or more");
        meter.CreateObservableGauge("pantry.mail.wait", () => Of(figures => Seconds(figures.MailDueSince, figures.Now)), "s",
            "How long the oldest email that is due has waited");
        meter.CreateObservableGauge(
            "pantry.jobs.given_up", () => Of(figures => figures.GivenUp), "{job}", "Background jobs that ran out of tries");
        meter.CreateObservableGauge("pantry.jobs.wait", () => Of(figures => Seconds(figures.OldestJob, figures.Now)), "s",
            "How long the oldest job has waited for a worker");
        meter.CreateObservableGauge("pantry.backup.age", () => figuresOfBackup(), "s", "How old the last good backup is");
        meter.CreateObservableGauge("pantry.alerts", () => Of(_ => Volatile.Read(ref _alerts)), "{alert}", "Alerts that are due");

        IEnumerable<Measurement<double>> figuresOfBackup() =>
            Volatile.Read(ref _last) is { LastBackup: { } backup } figures ? [new((figures.Now - backup).TotalSeconds)] : [];
    }

    public void Set(WatchFigures figures, int alerts)
    {
        Volatile.Write(ref _alerts, alerts);
        Volatile.Write(ref _last, figures);
    }

    private IEnumerable<Measurement<double>> Of(Func<WatchFigures, double> value) =>
        Volatile.Read(ref _last) is { } figures ? [new(value(figures))] : [];

    private static double Seconds(DateTimeOffset? since, DateTimeOffset now) => since is { } start ? (now - start).TotalSeconds : 0;
}
