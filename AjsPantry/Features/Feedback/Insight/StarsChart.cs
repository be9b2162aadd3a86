using System.Globalization;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Feedback.Insight;

/// <summary>Ratings month by month, from 1 to 5 stars.</summary>
public static class StarsChart
{
    private const int Most = Rating.Most;

    /// <param name="stars">At least one month of them.</param>
    public static MonthsChart Of(string id, IReadOnlyList<DateOnly> months, ILookup<DateOnly, MonthStars> stars, string name)
    {
        var figures = months.Select(month => Average(stars[month])).ToList();
        var (last, best) = (figures.LastOrDefault(figure => figure is not null), months.Index().Where(month => figures[month.Index] is not null).MaxBy(month => figures[month.Index]));
        var finding = last is null ? "Nobody rated a meal in these months." : $"{Words(last.Value)} of {Most} at last; {Formats.MonthName(best.Item)} was best, with {Words(figures[best.Index]!.Value)}.";
        return new MonthsChart(id, finding, months, [new MonthsSeries(name, figures)], Most, 1, Words);
    }

    private static decimal? Average(IEnumerable<MonthStars> month) => month.Sum(each => each.Count) is > 0 and var count ? (decimal)month.Sum(each => each.Sum) / count : null;

    private static string Words(decimal stars) => Math.Round(stars, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);
}

/// <summary>The stars of a month.</summary>
public sealed record MonthStars(int Year, int Month, int Sum, int Count);
