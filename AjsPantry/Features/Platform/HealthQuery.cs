using System.Reflection;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform;

/// <summary>How the installation is doing. Reads no tenant's rows: the database counts them and hands out the figures.</summary>
public sealed class HealthQuery(PantryDb db, TimeProvider clock)
{
    private const string Sql = $"SELECT * FROM platform_health() CROSS JOIN ({JobEngine.Figures}) AS jobs";

    public async Task<InstallationHealth> ReadAsync(CancellationToken cancellationToken)
    {
        var figures = await db.Database.SqlQueryRaw<DatabaseFigures>(Sql, clock.GetUtcNow() - JobEngine.Silence)
            .SingleAsync(cancellationToken);
        return new InstallationHealth(figures, figures.JobServers, figures.JobsWaiting, figures.JobsGivenUp, Version);
    }

    /// <summary>As the build named it, without the commit's hash behind the plus sign.</summary>
    private static string Version { get; } =
        (typeof(HealthQuery).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown")
            .Split('+')[0];
}

/// <param name="Waiting">Jobs that wait for a free worker.</param>
/// <param name="Failed">Jobs that were given up.</param>
public sealed record InstallationHealth(DatabaseFigures Database, long JobServers, long Waiting, long Failed, string Version);

/// <param name="Tenants">Active tenants, without the platform's own.</param>
/// <param name="People">Accounts of active tenants that are switched on.</param>
/// <param name="FailedRuns">Tenants' scheduled jobs whose last try did not work.</param>
/// <param name="OldestMailAt">Since when the oldest unsent mail waits; null when none does.</param>
public sealed record DatabaseFigures(long Tenants, long People, long DatabaseBytes, string DatabaseVersion, long FailedRuns,
    long WaitingMails, DateTimeOffset? OldestMailAt, long JobServers, long JobsWaiting, long JobsGivenUp)
{
    /// <summary>42 MB, 1.3 GB.</summary>
    public string Size => DatabaseBytes switch
    {
        < 1L << 20 => FormattableString.Invariant($"{DatabaseBytes / 1024} kB"),
        < 1L << 30 => FormattableString.Invariant($"{DatabaseBytes >> 20} MB"),
        _ => FormattableString.Invariant($"{DatabaseBytes / (double)(1L << 30):0.0} GB"),
    };
}
