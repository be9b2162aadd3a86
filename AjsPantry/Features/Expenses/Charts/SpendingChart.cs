using System.Globalization;

namespace AjsPantry.Features.Expenses.Charts;

/// <summary>
/// The line of money spent day by day, as a path in a square of 100 by 100 with the origin at the top left. Money falls due in
/// steps, so the line is drawn in steps.
/// </summary>
public static class SpendingChart
{
    /// <param name="days">The days of the month, the width of the square.</param>
    /// <param name="until">The last day to draw; the line ends there.</param>
    /// <param name="top">The amount at the upper edge; more than zero.</param>
    public static string Path(IEnumerable<(int Day, decimal Amount)> spent, int days, int until, decimal top)
    {
        var byDay = spent.GroupBy(entry => entry.Day).ToDictionary(day => day.Key, day => day.Sum(entry => entry.Amount));
        var path = "M0 100";
        var sum = 0m;
        for (var day = 1; day <= until; day++)
        {
            if (!byDay.TryGetValue(day, out var amount))
                continue;
            sum += amount;
            path += string.Create(CultureInfo.InvariantCulture, $"H{X(day, days)}V{Y(sum, top)}");
        }

        return path + string.Create(CultureInfo.InvariantCulture, $"H{X(until + 1, days)}");
    }

    /// <summary>
    /// The most that was ever spent on the way; 0 where nothing was. A bill that is taken back lowers the line, so that it need not be
    /// where it ends.
    /// </summary>
    public static decimal Highest(IEnumerable<(int Day, decimal Amount)> spent)
    {
        var sum = 0m;
        var most = 0m;
        foreach (var day in spent.GroupBy(entry => entry.Day).OrderBy(day => day.Key))
            most = Math.Max(most, sum += day.Sum(entry => entry.Amount));
        return most;
    }

    /// <summary>The beginning of a day, in hundredths of the month.</summary>
    public static decimal X(int day, int days) => Math.Round(100m * (day - 1) / days, 2);

    /// <summary>The height of an amount, in hundredths from the upper edge. What is less than nothing lies on the ground.</summary>
    public static decimal Y(decimal amount, decimal top) => Math.Round(100m - 100m * Math.Max(0, amount) / top, 2);
}
