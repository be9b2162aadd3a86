namespace AjsPantry.Infrastructure.Jobs;

/// <summary>
/// Work that the installation does for every tenant by the tenant's own clock. A feature derives one class for each and
/// registers it; the tick, the runs' history and the admin's page follow from that. The work must be re-entrant: a run
/// that was cut off is started again from the beginning.
/// </summary>
public abstract class TenantJob
{
    /// <summary>The lasting name in the database, such as monthly-expense-report.</summary>
    public abstract string Kind { get; }

    /// <summary>The name as admins read it.</summary>
    public abstract string Title { get; }

    /// <summary>When it runs, in words: 1st of the month 06:00.</summary>
    public abstract string Schedule { get; }

    /// <summary>The latest period whose time has come, such as 2026-10; a server that was down then catches up with it.</summary>
    /// <param name="local">Now on the tenant's clock.</param>
    public abstract string DuePeriod(DateTimeOffset local);

    /// <summary>When it runs next, on the tenant's clock.</summary>
    public abstract DateTime NextRun(DateTimeOffset local);

    /// <summary>Does the work for one period and says in a few words what came of it: 11 reports made.</summary>
    public abstract Task<string> RunAsync(string period, CancellationToken cancellationToken);
}
