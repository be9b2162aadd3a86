using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Budgets.Ledgers;

namespace AjsPantry.Tests.Features.Expenses.Budgets.Ledgers;

/// <summary>What a period says of itself on its edges.</summary>
public class LedgerPeriodTests
{
    private static readonly DateOnly First = new(2026, 3, 1);

    private static readonly DateOnly Last = new(2026, 3, 31);

    [Fact]
    public void Its_first_and_last_day_are_its_own()
    {
        var period = Period(100, 0);
        Assert.Equal(
            [false, true, true, false],
            ((DateOnly[])[First.AddDays(-1), First, Last, Last.AddDays(1)]).Select(period.Holds));
        Assert.Equal(31, period.Days);
    }

    [Theory]
    [InlineData("2026-02-20", 31, 0)]
    [InlineData("2026-03-01", 31, 0)]
    [InlineData("2026-03-02", 30, 3)]
    [InlineData("2026-03-16", 16, 48)]
    [InlineData("2026-03-31", 1, 96)]
    [InlineData("2026-04-01", 0, 100)]
    [InlineData("2026-05-01", 0, 100)]
    public void Days_left_count_today_and_days_gone_do_not(string today, int left, int gone)
    {
        var period = Period(100, 0);
        Assert.Equal((left, gone), (period.DaysLeft(Day(today)), period.DaysGone(Day(today))));
    }

    [Theory]
    [InlineData(100, 0, false)]
    [InlineData(100, 99.99, false)]
    [InlineData(100, 100, true)]
    [InlineData(100, 100.01, true)]
    [InlineData(0, 0, false)]
    [InlineData(100, -5, false)]
    [InlineData(-100, 0, false)]
    [InlineData(0, 0.01, true)]
    public void It_is_spent_when_something_was_and_nothing_is_left(double allocated, double spent, bool isSpent) =>
        Assert.Equal(isSpent, Period((decimal)allocated, (decimal)spent).IsSpent);

    [Theory]
    [InlineData(100, 100, 0)]
    [InlineData(100, 150, 0)]
    [InlineData(100, 0, 3.22)]
    [InlineData(100, 69, 1)]
    public void A_day_may_cost_what_is_left_over_the_days_rounded_down(double allocated, double spent, double perDay) =>
        Assert.Equal((decimal)perDay, Period((decimal)allocated, (decimal)spent).PerDay(First));

    [Fact]
    public void Before_its_first_day_nothing_says_when_it_runs_out()
    {
        Assert.Null(Period(100, 10).RunsOut(First.AddDays(-1)));
        Assert.Equal(First.AddDays(9), Period(100, 10).RunsOut(First));
        Assert.Null(Period(100, 100).RunsOut(First));
    }

    [Theory]
    [InlineData("2026-01-20", "2026-02-28", null)]
    [InlineData("2026-01-20", "2026-03-01", 2.44)] // One day of 41.
    [InlineData("2026-03-31", "2026-04-30", 3.23)] // One day of 31.
    [InlineData("2026-04-01", "2026-04-30", null)]
    [InlineData("2026-03-01", "2026-03-31", 100.0)]
    public void A_month_has_the_share_of_its_days(string from, string until, double? share) =>
        Assert.Equal((decimal?)share, Ledger.Of([Spent(Day(from), Day(until), 100, 0)], First).AllocatedFor(First));

    [Fact]
    public void What_was_carried_in_may_be_spent_in_the_month()
    {
        var april = First.AddMonths(1);
        var ledger = Ledger.Of(
            [Spent(First, Last, 100, 40), Spent(april, april.AddDays(29), 100, 150), Spent(april.AddDays(30), april.AddDays(40), 11, 0)],
            First);
        Assert.Equal([100m, 160m, 11m, null], Enumerable.Range(0, 4).Select(month => ledger.AvailableFor(First.AddMonths(month))));
    }

    private static LedgerPeriod Period(decimal allocated, decimal spent) => new(Spent(First, Last, allocated, spent), 0);

    private static PeriodSpent Spent(DateOnly from, DateOnly until, decimal allocated, decimal spent) =>
        new(Guid.Empty, BudgetKind.Other, from, until, allocated, 80, null, spent, 1);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
