using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Platform.Operations;

/// <summary>How the installation does, for whoever runs it.</summary>
public sealed class IndexModel(OperationsQuery operations, HealthQuery health, PageTimes pages) : PersonPage
{
    private const int SlowPages = 10;

    private static readonly string[] Kinds = ["backup", "second_copy", "restore_drill"];

    public OperationsView View { get; private set; } = null!;

    public InstallationHealth Health { get; private set; } = null!;

    public IReadOnlyList<Alert> Due { get; private set; } = [];

    /// <summary>When operators were told of each alert.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Told { get; private set; } = new Dictionary<string, DateTimeOffset>();

    public IReadOnlyList<PageTime> Slowest { get; private set; } = [];

    /// <summary>The nightly work in the order in which it happens; null for what was never done.</summary>
    public IEnumerable<(string Kind, MaintenanceState? State)> Runs => Kinds.Select(kind => (kind, View.Runs.FirstOrDefault(run => run.Kind == kind)));

    public DateTimeOffset Since => pages.Since;

    public string Answer => Due.Count switch
    {
        0 => Unproven ?? "All is well",
        1 => Due[0].Title,
        var count => $"{count} problems",
    };

    /// <summary>Where nobody set up backups no alert is due, but nothing is well either.</summary>
    private string? Unproven => View.Figures.LastBackup is null ? "No backup has been made yet" : View.Figures.LastDrill is null ? "No backup was test-restored yet" : null;

    public string Age(DateTimeOffset since) => Alerts.Age(since, View.Figures.Now);

    /// <summary>12 ms, 1.4 s.</summary>
    public static string Time(TimeSpan time) => time.TotalMilliseconds < 1000 ? FormattableString.Invariant($"{time.TotalMilliseconds:0} ms") : FormattableString.Invariant($"{time.TotalSeconds:0.0} s");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = await operations.ReadAsync(cancellationToken);
        Health = await health.ReadAsync(cancellationToken);
        Due = Alerts.Of(View.Figures);
        Told = (await operations.OpenAsync(cancellationToken)).ToDictionary(alert => alert.Kind, alert => alert.Since);
        Slowest = pages.Slowest(SlowPages);
    }
}
