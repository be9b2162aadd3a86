using System.Globalization;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Infrastructure.Jobs;

/// <summary>
/// Work on the 1st of every month at a full hour of the tenant's clock, about the month before. A server that was down catches up with the
/// latest month alone.
/// </summary>
/// <param name="hour">0 to 23.</param>
public abstract class MonthlyJob(int hour) : TenantJob
{
    public override string Schedule => string.Create(CultureInfo.InvariantCulture, $"1st of the month {hour:00}:00");

    public override string DuePeriod(DateTimeOffset local) =>
        FirstOfMonth(local).AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public override DateTime NextRun(DateTimeOffset local) => FirstOfMonth(local).AddMonths(1).ToDateTime(new TimeOnly(hour, 0));

    public override Task<string> RunAsync(string period, CancellationToken cancellationToken) =>
        RunAsync(InputParser.Month(period) ?? throw new ArgumentException("Not a month.", nameof(period)), cancellationToken);

    /// <summary>Does the work for a month and says in a few words what came of it.</summary>
    /// <param name="month">The first day of the month that is over.</param>
    protected abstract Task<string> RunAsync(DateOnly month, CancellationToken cancellationToken);

    /// <summary>The 1st of the month whose work is due at this hour.</summary>
    private DateOnly FirstOfMonth(DateTimeOffset local)
    {
        var due = local.AddHours(-hour);
        return new(due.Year, due.Month, 1);
    }
}
