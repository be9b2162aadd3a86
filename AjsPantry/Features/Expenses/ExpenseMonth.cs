using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Reports.Monthly;

namespace AjsPantry.Features.Expenses;

/// <param name="Days">What was spent on which day, of this month, the one before, and what else was asked for.</param>
public sealed record ExpenseMonth(DateOnly Month, IReadOnlyList<ListedBill> Bills, IReadOnlyList<ReportShare> Shops,
    IReadOnlyList<ReportShare> Categories, IReadOnlyList<DaySpent> Days)
{
    public int Counted => Bills.Count(bill => !bill.IsVoid);

    /// <summary>The shop that took most; null where nothing was spent, or more was taken back.</summary>
    public ReportShare? LargestShop => Spent > 0 ? Shops.FirstOrDefault(shop => shop.Amount > 0) : null;

    public decimal Spent => SpentBetween(Month, Month.AddMonths(1));

    /// <summary>0 when there were no bills.</summary>
    public decimal SpentMonthBefore => SpentBetween(Month.AddMonths(-1), Month);

    /// <summary>What the month before had spent by the same day of the month.</summary>
    public decimal SpentMonthBeforeBy(int day) =>
        SpentBetween(Month.AddMonths(-1), new[] { Month.AddMonths(-1).AddDays(day), Month }.Min());

    private decimal SpentBetween(DateOnly from, DateOnly before) =>
        Days.Where(day => day.Date >= from && day.Date < before).Sum(day => day.Amount);
}

public sealed record DaySpent(DateOnly Date, decimal Amount);
