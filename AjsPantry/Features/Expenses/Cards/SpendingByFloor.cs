using AjsPantry.Features.Shared.Charts;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Cards;

/// <summary>Money spent by month and floor.</summary>
public static class SpendingByFloor
{
    /// <summary>Null while nothing is spent. Of many floors the dearest have a colour each, and the others one.</summary>
    /// <param name="month">The last of the months.</param>
    /// <param name="others">What the others are called.</param>
    public static MonthsChart? Chart(IReadOnlyList<FloorsAccountsRow> rows, DateOnly month, Formats formats, string others)
    {
        var months = MonthsChart.YearUntil(month);
        var dearer = rows.OrderByDescending(row => row.Summary.Months.Sum(each => each.Spent))
            .Take(rows.Count > MonthsChart.Colours ? MonthsChart.Colours - 1 : rows.Count).ToHashSet();
        List<MonthsSeries> series = [.. rows.Where(dearer.Contains).Select(row => Series(months, row.Row.Floor.Name, [row]))];
        if (dearer.Count < rows.Count)
            series.Add(Series(months, others, [.. rows.Where(row => !dearer.Contains(row))]));
        var top = MonthsChart.Highest(months, series);
        var dearest = months.Index().MaxBy(each => series.Sum(floor => floor.At(each.Index) ?? 0)).Item;
        var isAlone = months.Index().Count(each => series.Any(floor => floor.At(each.Index) > 0)) == 1;
        var finding = isAlone ? $"{formats.Money(top)} in {Formats.MonthName(dearest)}."
            : $"{Formats.MonthName(dearest)} was the most expensive month: {formats.Money(top)}.";
        return top <= 0 ? null
            : new("money", finding, months, series, top, 0, formats.Money) { AxisWords = tick => MoneyAxis.Words(tick, formats) };
    }

    private static MonthsSeries Series(IReadOnlyList<DateOnly> months, string name, IReadOnlyList<FloorsAccountsRow> rows) => new(name,
    [
        .. months.Select(month => rows.SelectMany(row => row.Summary.Months).Where(each => each.Month == month).ToList()
            is { Count: > 0 } spent ? spent.Sum(each => each.Spent) : (decimal?)null),
    ]);
}
