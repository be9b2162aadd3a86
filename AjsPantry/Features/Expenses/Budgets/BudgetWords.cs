using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Budgets;

/// <summary>How budgets read.</summary>
public static class BudgetWords
{
    public static string Words(this BudgetKind kind) => kind switch
    {
        BudgetKind.Week => "A week",
        BudgetKind.Fortnight => "15 days",
        BudgetKind.Month => "A month",
        _ => "Other",
    };

    /// <summary>The last day of a period of that kind; null where the kind does not say.</summary>
    public static DateOnly? LastDay(this BudgetKind kind, DateOnly from) => kind switch
    {
        BudgetKind.Week => from.AddDays(6),
        BudgetKind.Fortnight => from.AddDays(14),
        BudgetKind.Month => from.AddMonths(1).AddDays(-1),
        _ => null,
    };

    /// <summary>₹6,352.74 left until Sun 6 Dec, or ₹432.41 over budget.</summary>
    public static string Left(LedgerPeriod period, Formats formats, int thisYear) =>
        Left(period.Closing, period.Budget.Until, formats, thisYear);

    /// <inheritdoc cref="Left(LedgerPeriod, Formats, int)"/>
    public static string Left(decimal left, DateOnly until, Formats formats, int thisYear) =>
        left < 0 ? $"{formats.Money(-left)} over budget" : $"{formats.Money(left)} left until {Formats.Day(until, thisYear)}";

    /// <summary>7 Nov – 6 Dec, 1–31 Mar; with the year where it is not this one.</summary>
    public static string Range(DateOnly from, DateOnly until, int thisYear) => Formats.Range(from, until, thisYear);
}
