using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Charts;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Feedback.Insights;

/// <summary>How something was liked over twelve months.</summary>
/// <param name="Since">The first day of the first of them.</param>
/// <param name="Last">The last day it was on the table; null when it never was.</param>
/// <param name="LastWith">Who cooked it then; of a room, what it cooked.</param>
/// <param name="Served">How often it was on the table in each of those months that had it.</param>
public sealed record InsightView(
    string Name, DateOnly Since, DateOnly? Last, string? LastWith, IReadOnlyList<MonthOfMeals> Served, IReadOnlyList<StarsRow> Rows)
{
    /// <summary>How often it was on the table in all of them.</summary>
    public int Times => Served.Sum(month => month.Meals);

    public IReadOnlyList<InsightIdea> Ideas { get; init; } = [];

    /// <summary>The rooms that were named as best at the dish; of a room, the dishes at which it was.</summary>
    public IReadOnlyList<Guid> Named { get; init; } = [];

    public Score Score => Sum(Rows);

    /// <summary>How many gave each number of stars, the most stars first.</summary>
    public IReadOnlyList<(int Stars, int Count)> Spread =>
        [.. Enumerable.Range(1, Rating.Most).Reverse()
            .Select(stars => (stars, Rows.Where(row => row.Stars == stars).Sum(row => row.Count)))];

    /// <summary>By room or by dish, the best average first.</summary>
    public IReadOnlyList<(Guid Id, string Name, Score Score)> Parts =>
    [
        .. Rows.Where(row => row.Id is not null).GroupBy(row => (Id: row.Id!.Value, row.Name))
            .Select(part => (part.Key.Id, part.Key.Name!, Score: Sum(part)))
            .OrderByDescending(part => (decimal)part.Score.Sum / part.Score.Count).ThenByDescending(part => part.Score.Count)
                .ThenBy(part => part.Item2, StringComparer.Ordinal),
    ];

    /// <summary>The average by month; null while fewer than two months were rated: a single dot shows nothing.</summary>
    public MonthsChart? Trend =>
        Rows.DistinctBy(row => (row.Year, row.Month)).Count() < 2 ? null
        : StarsChart.Of("trend", MonthsChart.YearUntil(Since.AddMonths(11)),
            Rows.ToLookup(row => new DateOnly(row.Year, row.Month, 1),
                row => new MonthStars(row.Year, row.Month, row.Stars * row.Count, row.Count)), Name);

    /// <summary>The meals by month; null where fewer than two months had any.</summary>
    public MonthsChart? Cooking
    {
        get
        {
            if (Served.Count < 2)
                return null;
            var months = MonthsChart.YearUntil(Since.AddMonths(11));
            var figures =
                months.Select(month =>
                    (decimal?)Served.FirstOrDefault(served => (served.Year, served.Month) == (month.Year, month.Month))?.Meals).ToList();
            var most = figures.Max()!.Value;
            List<DateOnly> busiest = [.. months.Zip(figures).Where(month => month.Second == most).Select(month => month.First)];
            return new("cooking", MostOften(most, busiest), months, [new(Name, figures)], most, 0,
                meals => $"{meals:0}")
            { Unit = "Meals", IsCount = true };
        }
    }

    private string MostOften(decimal most, List<DateOnly> busiest)
    {
        var meals = most == 1 ? "1 meal" : $"{most} meals";
        return busiest.Count == Served.Count ? $"{meals} in each of {busiest.Count} months."
            : busiest.Count == 1 ? $"Most in {Formats.MonthName(busiest[0])}: {meals}."
            : busiest.Count == 2 ? $"Most in {Formats.MonthName(busiest[0])} and {Formats.MonthName(busiest[1])}: {meals} each."
            : $"Most in {busiest.Count} months: {meals} each.";
    }

    private static Score Sum(IEnumerable<StarsRow> rows) =>
        rows.Aggregate(new Score(0, 0), (sum, row) => new(sum.Sum + (row.Stars * row.Count), sum.Count + row.Count));
}
