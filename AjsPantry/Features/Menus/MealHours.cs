using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Features.Menus;

/// <summary>
/// When the meals of a day are over, on the tenant's clock; from then on a page that tells what comes next speaks of the next one.
/// </summary>
public static class MealHours
{
    private static readonly TimeOnly LastOfTheDay = new(22, 30);

    private static readonly Dictionary<string, TimeOnly> Ends = new()
    {
        ["breakfast"] = new(10, 30),
        ["lunch"] = new(15, 0),
        ["snack"] = new(18, 0),
        ["dinner"] = LastOfTheDay,
    };

    private static readonly Dictionary<string, TimeOnly> Begins = new()
    {
        ["lunch"] = new(12, 0),
        ["snack"] = new(16, 0),
        ["dinner"] = new(19, 0),
    };

    /// <summary>Whether somebody may have eaten of it already; a breakfast from half past six.</summary>
    public static bool HasBegun(string meal, TimeOnly now) => now >= Begins.GetValueOrDefault(meal, new TimeOnly(6, 30));

    /// <param name="meal">breakfast, lunch or dinner; what is none of the table lasts as long as the last of them.</param>
    public static bool IsOver(string meal, TimeOnly now) => now >= Ends.GetValueOrDefault(meal, LastOfTheDay);

    /// <summary>Today on the tenant's clock while one of its meals is still to come, and tomorrow after the last.</summary>
    public static DateOnly FirstToCome(TenantView tenant, DateTimeOffset local) =>
        FirstToCome(tenant, DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));

    /// <inheritdoc cref="FirstToCome(TenantView, DateTimeOffset)"/>
    public static DateOnly FirstToCome(TenantView tenant, DateOnly today, TimeOnly now) =>
        tenant.MealsOfTheDay.All(meal => IsOver(meal, now)) ? today.AddDays(1) : today;
}
