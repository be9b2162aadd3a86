using System.Globalization;

namespace AjsPantry.Features.Shared.Charts;

/// <summary>
/// Figures month by month, drawn by the server: amounts as columns of stacked parts, averages as a line. The same figures stand in a
/// table below, for whoever cannot see them or wants to read them.
/// </summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Finding">What the picture shows, in a sentence.</param>
/// <param name="Months">The first days of the months, the oldest first.</param>
/// <param name="Top">The figure at the upper edge; more than <paramref name="Ground"/>.</param>
/// <param name="Ground">The figure at the lower edge.</param>
/// <param name="Words">How a figure is written.</param>
public sealed record MonthsChart(string Id, string Finding, IReadOnlyList<DateOnly> Months, IReadOnlyList<MonthsSeries> Series, decimal Top,
    decimal Ground, Func<decimal, string> Words)
{
    /// <summary>So many series can be told apart.</summary>
    public const int Colours = 4;

    /// <summary>What the column of figures is called in the table.</summary>
    public string Unit { get; init; } = "Amount";

    /// <summary>How a figure is written beside a line of columns; as everywhere else where nothing is said.</summary>
    public Func<decimal, string>? AxisWords { get; init; }

    /// <summary>The figures are counts, and no line stands for half of one.</summary>
    public bool IsCount { get; init; }

    /// <summary>The lines behind columns, each named at the left.</summary>
    public IReadOnlyList<decimal> Ticks => [.. MoneyAxis.Ticks(Top).Where(tick => !IsCount || tick == Math.Truncate(tick))];

    /// <summary>The part of a month's width that its column takes.</summary>
    private const decimal Wide = 0.62m;

    /// <summary>The months of a year that ends with one.</summary>
    public static IReadOnlyList<DateOnly> YearUntil(DateOnly month) => [.. Enumerable.Range(-11, 12).Select(month.AddMonths)];

    /// <summary>The middle of a month, in hundredths of the width.</summary>
    public decimal Middle(int index) => Math.Round((index + 0.5m) * 100 / Months.Count, 2);

    /// <summary>The height of a figure, in hundredths from the upper edge.</summary>
    public decimal Y(decimal figure) => Math.Round(100 * (Top - Math.Clamp(figure, Ground, Top)) / (Top - Ground), 2);

    /// <summary>The parts of the columns, each above the one before. What is less than nothing is left out.</summary>
    public IEnumerable<MonthsPart> Columns()
    {
        for (var month = 0; month < Months.Count; month++)
        {
            var below = Ground;
            foreach (var (index, series) in Series.Index())
            {
                if (series.At(month) is not (> 0 and var figure))
                    continue;
                yield return new MonthsPart(index, Number(Middle(month) - (Wide * 50 / Months.Count)), Number(Wide * 100 / Months.Count),
                    Number(Y(below + figure)), Number(Y(below) - Y(below + figure)));
                below += figure;
            }
        }
    }

    /// <summary>A line through the months that have a figure. It bridges those that have none.</summary>
    public string Line(MonthsSeries series)
    {
        var points = Enumerable.Range(0, Months.Count).Where(month => series.At(month) is not null)
            .Select(month => $"{Number(Middle(month))} {Number(Y(series.At(month)!.Value))}").ToList();
        return points.Count == 0 ? "" : "M" + string.Join('L', points);
    }

    /// <summary>The highest sum of a month over all series; 0 where nothing is.</summary>
    public static decimal Highest(IReadOnlyList<DateOnly> months, IReadOnlyList<MonthsSeries> series) =>
        months.Select((_, month) => series.Sum(each => Math.Max(0, each.At(month) ?? 0))).DefaultIfEmpty(0).Max();

    /// <summary>Nov; with the year in January, where it changes.</summary>
    public static string Name(DateOnly month) => month.ToString("MMM", CultureInfo.InvariantCulture);

    public static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Figures">One per month; null where there is none.</param>
public sealed record MonthsSeries(string Name, IReadOnlyList<decimal?> Figures)
{
    public decimal? At(int month) => Figures[month];
}

/// <summary>A rectangle of a column, in hundredths.</summary>
/// <param name="Series">The place of its series, from 0.</param>
public sealed record MonthsPart(int Series, string X, string Width, string Y, string Height);
