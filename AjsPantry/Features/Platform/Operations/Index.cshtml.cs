using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Platform.Operations;

/// <summary>How the installation does, for whoever runs it.</summary>
public sealed class OperationsModel(OperationsQuery operations, HealthQuery health, PageTimes pages) : PersonPage
{
    private const int SlowPages = 10;

    private static readonly string[] Kinds = ["backup", "second_copy", "restore_drill"];

    public OperationsView View { get; private set; } = null!;

    public InstallationHealth Health { get; private set; } = null!;

    public IReadOnlyList<Alert> Due => View.Due;

    /// <summary>When operators were told of each alert.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Told { get; private set; } = new Dictionary<string, DateTimeOffset>();

    public IReadOnlyList<PageTime> Slowest { get; private set; } = [];

    /// <summary>The nightly work in the order in which it happens; null for what was never done.</summary>
    public IEnumerable<(string Kind, MaintenanceState? State)> Runs =>
        Kinds.Select(kind => (kind, View.Runs.FirstOrDefault(run => run.Kind == kind)));

    public DateTimeOffset Since => pages.Since;

    public string Answer => View.Answer;

    public string Age(DateTimeOffset since) => Alerts.Age(since, View.Figures.Now);

    /// <summary>12 ms, 1.4 s.</summary>
    public static string Time(TimeSpan time) =>
        time.TotalMilliseconds < 1000 ? FormattableString.Invariant($"{time.TotalMilliseconds:0} ms")
            : FormattableString.Invariant($"{time.TotalSeconds:0.0} s");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = await operations.ReadAsync(cancellationToken);
        Health = await health.ReadAsync(cancellationToken);
        Told = (await operations.OpenAsync(cancellationToken)).ToDictionary(alert => alert.Kind, alert => alert.Since);
        Slowest = pages.Slowest(SlowPages);
    }
}
