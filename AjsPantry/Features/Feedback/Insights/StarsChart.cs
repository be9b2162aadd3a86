using System.Globalization;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Shared.Charts;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Feedback.Insights;

/// <summary>Ratings month by month, from 1 to 5 stars.</summary>
public static class StarsChart
{
    private const int Most = Rating.Most;

    /// <param name="stars">At least one month of them.</param>
    public static MonthsChart Of(string id, IReadOnlyList<DateOnly> months, ILookup<DateOnly, MonthStars> stars, string name)
    {
        var figures = months.Select(month => Average(stars[month])).ToList();
        return new MonthsChart(id,
            Finding(
                [.. months.Zip(figures).Where(month => month.Second is not null)
                    .Select(month => (month.First, Words(month.Second!.Value)))]), months, [new MonthsSeries(name, figures)], Most, 1,
                    Words);
    }

    /// <summary>Compares the figures as they are written: nobody sees that one of two equal ones is better.</summary>
    /// <param name="rated">The months with ratings; all figures have the same length, so that they sort as they are written.</param>
    private static string Finding(IReadOnlyList<(DateOnly Month, string Stars)> rated)
    {
        if (rated.Count == 0)
            return "No ratings in these months.";
        var last = rated[^1];
        var best = rated.Reverse().MaxBy(month => month.Stars, StringComparer.Ordinal);
        return rated.Count == 1 ? $"{last.Stars} of {Most} in {Formats.MonthName(last.Month)}."
            : rated.All(month => month.Stars == last.Stars) ? $"Always {last.Stars} of {Most}."
            : last.Stars == best.Stars ? $"{last.Stars} of {Most} in {Formats.MonthName(last.Month)}, the best month so far."
            : $"{last.Stars} in {Formats.MonthName(last.Month)}. Best: {best.Stars}, last in {Formats.Month(best.Month)}.";
    }

    private static decimal? Average(IEnumerable<MonthStars> month) =>
        month.Sum(each => each.Count) is > 0 and var count ? (decimal)month.Sum(each => each.Sum) / count : null;

    private static string Words(decimal stars) =>
        Math.Round(stars, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);
}

/// <summary>The stars of a month.</summary>
public sealed record MonthStars(int Year, int Month, int Sum, int Count);
