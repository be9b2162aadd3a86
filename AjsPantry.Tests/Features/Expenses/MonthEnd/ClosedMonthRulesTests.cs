using AjsPantry.Features.Expenses.MonthEnd;

namespace AjsPantry.Tests.Features.Expenses.MonthEnd;

/// <summary>January and March are closed; February, which lies between, was left open.</summary>
public sealed class ClosedMonthRulesTests
{
    private static readonly DateOnly[] Closed = [new(2026, 1, 1), new(2026, 3, 1)];

    [Theory]
    [InlineData("2025-12-31", true)]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    public void All_days_until_the_end_of_the_last_closed_month_stay_as_they_are(string day, bool isKept)
    {
        Assert.Equal(isKept, ClosedMonthRules.IsKept(Day(day), Closed[1]));
        Assert.False(ClosedMonthRules.IsKept(Day(day), null));
    }

    [Theory]
    [InlineData(null, "2026-04-01", null)]
    [InlineData("2026-04-30", "2026-04-01", null)]
    [InlineData(null, "2026-03-31", "March 2026 is closed. Use a day of an open month, or ask an admin to reopen it.")]
    [InlineData("2026-04-01", "2026-01-01", "January 2026 is closed. Use a day of an open month, or ask an admin to reopen it.")]
    [InlineData(null, "2026-02-10",
        "March 2026 is closed, so earlier months cannot change. Use a later day, or ask an admin to reopen March 2026.")]
    [InlineData("2026-03-31", "2026-04-01",
        "March 2026 is closed. Reverse the bill in an open month, or ask an admin to reopen it.")]
    [InlineData("2026-02-10", "2026-04-01",
        "March 2026 is closed, so earlier months cannot change. Reverse the bill in an open month, or ask an admin to reopen March 2026.")]
    public void A_bill_stays_out_of_closed_months_and_those_before_them_and_stays_in_them(string? stands, string goes, string? why)
    {
        DateOnly? from = stands is null ? null : Day(stands);
        Assert.Equal(why, ClosedMonthRules.WhyNot(Closed, from, Day(goes))?.Replace('\u00a0', ' '));
        Assert.Null(ClosedMonthRules.WhyNot([], from, Day(goes)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
