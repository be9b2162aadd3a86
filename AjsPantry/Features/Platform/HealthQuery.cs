using AjsPantry.Infrastructure.Persistence;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform;

/// <summary>How the installation is doing. Reads no tenant's rows.</summary>
public sealed class HealthQuery(PantryDb db, JobStorage jobs, TimeProvider clock)
{
    /// <summary>A job server tells every half minute that it lives; one that was silent longer is counted as gone.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    public async Task<InstallationHealth> ReadAsync(CancellationToken cancellationToken)
    {
        var tenants = await db.Database.SqlQuery<Guid>($"SELECT tenant_id AS \"Value\" FROM active_tenants()").CountAsync(cancellationToken);
        var monitor = jobs.GetMonitoringApi();
        var statistics = monitor.GetStatistics();
        var since = clock.GetUtcNow().UtcDateTime - Silence;
        return new InstallationHealth(tenants, monitor.Servers().Count(server => server.Heartbeat > since), statistics.Enqueued, statistics.Failed);
    }
}

/// <param name="Tenants">Active tenants, without the platform's own.</param>
/// <param name="Waiting">Jobs that wait for a free worker.</param>
/// <param name="Failed">Jobs that were given up.</param>
public sealed record InstallationHealth(int Tenants, int JobServers, long Waiting, long Failed);
