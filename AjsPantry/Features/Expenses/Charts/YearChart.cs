using AjsPantry.Features.Shared.Charts;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Charts;

/// <summary>What each month of a year spent against its budget, in hundredths of width and height.</summary>
public sealed class YearChart
{
    private const decimal Wide = 0.62m;
    private readonly decimal _top;
    private readonly DateOnly _present;

    /// <param name="months">The months of a year in their order.</param>
    /// <param name="today">Its month is not over, so what it spent is not all of it.</param>
    public YearChart(int year, IReadOnlyList<YearMonth> months, DateOnly today, Formats formats)
    {
        Year = year;
        Months = months;
        Formats = formats;
        _present = today.AddDays(1 - today.Day);
        _top = months.Max(month => Math.Max(month.Spent, month.Budget ?? 0)) is > 0 and var most ? most : 1;
    }

    public int Year { get; }

    public IReadOnlyList<YearMonth> Months { get; }

    public Formats Formats { get; }

    public IReadOnlyList<decimal> Ticks => MoneyAxis.Ticks(_top);

    /// <summary>Without a budget there is nothing to be over.</summary>
    public bool HasBudgets => Months.Any(month => month.Budget is not null);

    public int Over => Months.Count(month => month.IsOver);

    /// <summary>What the picture shows, in a sentence.</summary>
    public string Finding => !HasBudgets ? $"{Formats.Money(Months.Sum(month => month.Spent))} spent in {Year}"
        : Over == 0 ? "No month was over its budget"
        : Months.Where(month => month.IsOver).ToList() is [var one]
        ? $"{Formats.MonthName(one.Month)} {(one.Month == _present ? "is" : "was")} over its budget"
        : $"{Over} months went over their budgets";

    public string Left(int index) => MoneyAxis.Number(Middle(index) - (Wide * 50 / Months.Count));

    public string Right(int index) => MoneyAxis.Number(Middle(index) + (Wide * 50 / Months.Count));

    public string Width => MoneyAxis.Number(Wide * 100 / Months.Count);

    public decimal Middle(int index) => Math.Round((index + 0.5m) * 100 / Months.Count, 2);

    public decimal Y(decimal amount) => SpendingChart.Y(amount, _top);
}

/// <param name="Budget">What there was for its days, with what was carried in; null when no budget has any of them.</param>
public sealed record YearMonth(DateOnly Month, decimal Spent, decimal? Budget)
{
    public bool IsOver => Spent > Budget;
}
