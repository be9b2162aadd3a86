using System.Globalization;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Shared.Charts;

/// <summary>The lines behind a picture of money: round amounts, each named at the left.</summary>
public static class MoneyAxis
{
    /// <summary>Round amounts between nothing and the upper edge, two to four of them.</summary>
    /// <param name="top">More than zero.</param>
    public static IReadOnlyList<decimal> Ticks(decimal top)
    {
        var step = Step(top);
        var ticks = new List<decimal>();
        for (var tick = step; tick <= top; tick += step)
            ticks.Add(tick);
        return ticks;
    }

    /// <summary>Without those so near to a line with words of its own that the words would lie on each other.</summary>
    /// <param name="line">Null where there is no such line.</param>
    public static IEnumerable<decimal> Apart(IEnumerable<decimal> ticks, decimal? line, decimal top) =>
        ticks.Where(tick => line is not { } other || Math.Abs(tick - other) > 0.14m * top);

    /// <summary>The amount as an axis says it: without decimals where it has none.</summary>
    public static string Words(decimal tick, Formats formats) =>
        tick == Math.Truncate(tick) ? formats.MoneyWhole(tick) : formats.Money(tick);

    public static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The smallest of 1, 2, 5, 10, 20 and so on that leaves at most four lines.</summary>
    private static decimal Step(decimal top)
    {
        var unit = 0.01m;
        while (true)
        {
            foreach (var factor in (decimal[])[1, 2, 5])
            {
                if (top / (factor * unit) < 5)
                    return factor * unit;
            }

            unit *= 10;
        }
    }
}
