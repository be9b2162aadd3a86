using System.Globalization;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Expenses.Charts;
using AjsPantry.Features.Shared.Charts;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Budgets;

/// <summary>
/// The money of a running budget, day by day, against what was available and an even pace, in hundredths of its width and height.
/// </summary>
public sealed class BudgetChart
{
    private readonly LedgerPeriod _period;

    /// <param name="days">What was spent on which day; days of other periods are left out.</param>
    public BudgetChart(LedgerPeriod period, IEnumerable<DaySpent> days, DateOnly today, Formats formats)
    {
        _period = period;
        Today = today;
        Formats = formats;
        List<(int Day,
            decimal Amount)> spent = [.. days.Where(day => period.Holds(day.Date))
                .Select(day => (day.Date.DayNumber - period.Budget.From.DayNumber + 1, day.Amount))];
        // Without money and without bills there is no height to divide by.
        Top = Math.Max(SpendingChart.Highest(spent), period.Available) is > 0 and var most ? most : 1;
        Line = SpendingChart.Path(spent, period.Days, Gone, Top);
    }

    public DateOnly Today { get; }

    /// <summary>The amount at the upper edge.</summary>
    public decimal Top { get; }

    /// <summary>The amounts that the axis names.</summary>
    public IReadOnlyList<decimal> Ticks => MoneyAxis.Ticks(Top);

    /// <summary>The height of an amount.</summary>
    public decimal At(decimal amount) => SpendingChart.Y(amount, Top);

    public Formats Formats { get; }

    public LedgerPeriod Period => _period;

    /// <summary>Days of the period up to today, today included.</summary>
    public int Gone => Today.DayNumber - _period.Budget.From.DayNumber + 1;

    public string Line { get; }

    /// <summary>Where today ends.</summary>
    public decimal X => SpendingChart.X(Gone + 1, _period.Days);

    /// <summary>The height of what is spent.</summary>
    public decimal Y => SpendingChart.Y(_period.Budget.Spent, Top);

    /// <summary>The height of what was available.</summary>
    public decimal Limit => SpendingChart.Y(_period.Available, Top);

    /// <summary>Goes on as it went, until the money or the period ends; null when there is nothing to go on from.</summary>
    public string? Ahead
    {
        get
        {
            if (_period.Budget.Spent <= 0 || _period.Closing <= 0 || X >= 100)
                return null;
            var perDay = _period.Budget.Spent / Gone;
            var days = Math.Min(_period.Days - Gone, _period.Closing / perDay);
            return $"M{Number(X)} {Number(Y)}L{Number(Math.Round(100m * (Gone + days) / _period.Days, 2))} {Number(SpendingChart.Y(_period.Budget.Spent + perDay * days, Top))}";
        }
    }

    public static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
