using AjsPantry.Features.Expenses.Budgets.Ledgers;
using CsCheck;

namespace AjsPantry.Tests.Features.Expenses.Budgets.Ledgers;

public class ClosedDaysTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    private static readonly DateOnly End = new(2026, 3, 31);

    private static readonly Gen<BudgetDays> Any = Gen.Select(Gen.Int[-60, 90], Gen.Int[0, 60], Gen.Int[0, 3]).Select((from, days, amount) =>
        new BudgetDays(March.AddDays(from), March.AddDays(from + days), 100 * amount));

    [Theory]
    [InlineData("2026-03-01", "2026-03-31", "2026-03-01", "2026-03-31", 200, true)] // Another amount for what ended.
    [InlineData("2026-03-01", "2026-03-31", "2026-03-01", "2026-03-31", 100, false)]
    [InlineData("2026-03-01", "2026-04-01", "2026-03-01", "2026-04-01", 200, false)] // It goes on.
    [InlineData("2026-03-01", "2026-04-30", "2026-03-01", "2026-04-01", 100, false)]
    [InlineData("2026-03-01", "2026-04-30", "2026-03-01", "2026-03-31", 100, false)] // Its open days only.
    [InlineData("2026-03-01", "2026-04-30", "2026-03-01", "2026-03-30", 100, true)]
    [InlineData("2026-03-01", "2026-03-30", "2026-03-01", "2026-03-31", 100, true)]
    [InlineData("2026-03-02", "2026-04-30", "2026-03-01", "2026-04-30", 100, true)]
    [InlineData("2026-04-01", "2026-04-30", "2026-03-31", "2026-04-30", 100, true)] // Begins on the last closed day.
    [InlineData("2026-04-01", "2026-04-30", "2026-04-02", "2026-05-30", 300, false)]
    [InlineData("2026-01-01", "2026-01-31", "2026-01-01", "2026-01-31", 101, true)]
    [InlineData(null, null, "2026-04-01", "2026-04-30", 100, false)]
    [InlineData(null, null, "2026-03-31", "2026-04-30", 100, true)]
    [InlineData("2026-04-01", "2026-04-30", null, null, 0, false)]
    [InlineData("2026-03-31", "2026-04-30", null, null, 0, true)]
    [InlineData("2026-03-01", "2026-03-31", null, null, 0, true)]
    public void Days_and_money_until_the_end_of_a_closed_month_stay_as_they_were(
        string? from, string? until, string? newFrom, string? newUntil, int amount, bool isTouched)
    {
        var before = from is null ? null : new BudgetDays(Day(from), Day(until!), 100);
        var after = newFrom is null ? null : new BudgetDays(Day(newFrom), Day(newUntil!), amount);
        Assert.Equal(isTouched, ClosedDays.AreTouched(before, after, March));
        Assert.False(ClosedDays.AreTouched(before, after, null));
    }

    [Fact]
    public void A_change_touches_closed_days_exactly_when_a_day_of_them_has_another_budget_or_ended_money_changed() =>
        Gen.Select(Any, Any).Sample((before, after) =>
        {
            var days = Enumerable.Range(-90, 121).Select(March.AddDays).Where(day => day <= End)
                .Any(day => Holds(before, day) != Holds(after, day));
            var money = before.Until <= End && before.Allocated != after.Allocated;
            Assert.Equal(days || money, ClosedDays.AreTouched(before, after, March));
        });

    private static bool Holds(BudgetDays budget, DateOnly day) => budget.From <= day && day <= budget.Until;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
