using System.Globalization;

namespace AjsPantry.Infrastructure.Jobs;

/// <summary>Work of every day at a full hour of the tenant's clock. A server that was down catches up with the latest day alone.</summary>
/// <param name="hour">0 to 23.</param>
public abstract class DailyJob(int hour) : TenantJob
{
    private const string Format = "yyyy-MM-dd";

    public override string Schedule =>
        string.Create(CultureInfo.InvariantCulture, $"Every {(hour < 5 ? "night" : "morning")} {hour:00}:00");

    public override string DuePeriod(DateTimeOffset local) => local.AddHours(-hour).ToString(Format, CultureInfo.InvariantCulture);

    public override DateTime NextRun(DateTimeOffset local) => local.AddHours(-hour).Date.AddDays(1).AddHours(hour);

    public override Task<string> RunAsync(string period, CancellationToken cancellationToken) =>
        RunAsync(DateOnly.ParseExact(period, Format, CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>Does the work of a day and says in a few words what came of it.</summary>
    /// <param name="today">The day on the tenant's clock, which is over where the run was late.</param>
    protected abstract Task<string> RunAsync(DateOnly today, CancellationToken cancellationToken);
}
