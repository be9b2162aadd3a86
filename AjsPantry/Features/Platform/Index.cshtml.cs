using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Platform;

public sealed class IndexModel(HealthQuery query) : PersonPage
{
    public InstallationHealth Health { get; private set; } = null!;

    public string Answer => Health switch
    {
        { JobServers: 0 } => "No job server is running",
        { Failed: 1 } => "One job was given up",
        { Failed: > 1 } => $"{Health.Failed} jobs were given up",
        _ => "Everything runs",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken) => Health = await query.ReadAsync(cancellationToken);
}
