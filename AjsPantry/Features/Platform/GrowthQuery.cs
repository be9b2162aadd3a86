using System.Globalization;
using AjsPantry.Features.Shared.Charts;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform;

/// <summary>How many people the residences have had, month by month. The database counts them; operators see no row.</summary>
public sealed class GrowthQuery(PantryDb db)
{
    /// <param name="month">The first day of the present month.</param>
    /// <returns>Null while nobody was there in any of twelve months.</returns>
    public async Task<MonthsChart?> ReadAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<MonthOfPeople>($"SELECT * FROM platform_growth({month})").ToListAsync(cancellationToken);
        var months = MonthsChart.YearUntil(month);
        MonthsSeries[] people = [new("People",
            [.. months.Select(each => rows.Find(row => row.Month == each)?.People is > 0 and var count ? (decimal?)count : null)])];
        var now = people[0].At(11) ?? 0;
        var before = people[0].At(10) ?? 0;
        var finding = now == before ? $"{now} people, as many as the month before."
            : $"{now} people, {Math.Abs(now - before)} {(now > before ? "more" : "fewer")} than the month before.";
        return MonthsChart.Highest(months, people) is > 0 and var top
            ? new("growth", finding, months, people, top, 0,
                count => count.ToString("0", CultureInfo.InvariantCulture))
            { Unit = "People", IsCount = true } : null;
    }

    private sealed record MonthOfPeople(DateOnly Month, long People);
}
