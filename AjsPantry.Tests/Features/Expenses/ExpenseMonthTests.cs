using AjsPantry.Features.Expenses;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Tests.Features.Expenses;

public sealed class ExpenseMonthTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public void Each_day_counts_in_its_own_month()
    {
        var month = Month([(-29, 1), (-28, 10), (-1, 100), (0, 1_000), (30, 10_000), (31, 100_000)]);
        Assert.Equal((11_000m, 110m), (month.Spent, month.SpentMonthBefore));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 30)]
    [InlineData(27, 30)]
    [InlineData(28, 130)]
    [InlineData(31, 130)]
    public void The_month_before_is_compared_up_to_the_same_day_and_not_beyond_its_end(int day, int spent) =>
        Assert.Equal(spent, Month([(-29, 1), (-28, 10), (-27, 20), (-1, 100), (0, 1_000), (2, 1_000)]).SpentMonthBeforeBy(day));

    [Theory]
    [InlineData(5, 3, "A")]
    [InlineData(0, 3, "B")]
    [InlineData(-2, 3, "B")]
    [InlineData(3, -3, null)]
    [InlineData(1, -3, null)]
    public void The_largest_shop_took_something_in_a_month_that_cost_something(int one, int other, string? largest)
    {
        var month = Month([(0, one), (1, other)]) with { Shops = [new ReportShare("A", one), new ReportShare("B", other)] };
        Assert.Equal(largest, month.LargestShop?.Name);
        Assert.Null((month with { Shops = [] }).LargestShop);
    }

    [Fact]
    public void Voided_bills_are_listed_and_not_counted()
    {
        var bill = new ListedBill(Guid.NewGuid(), "1", March, "A", "Milk", 5, null);
        Assert.Equal(2, (Month([]) with { Bills = [bill, bill with { VoidReason = "Twice" }, bill] }).Counted);
    }

    [Fact]
    public void Shares_of_one_size_stand_by_their_names() =>
        Assert.Equal(["C", "A", "B", "a"], Shares.Of([("a", 1), ("B", 1), ("A", 1), ("C", 2)]).Select(share => share.Name));

    [Fact]
    public void The_largest_share_fills_the_width_and_what_was_taken_off_has_none()
    {
        ReportShare[] shares = [new("A", 30), new("B", 20), new("C", 0.02m), new("D", 0), new("E", -5)];
        var view = new SharesView(shares, new Formats("en-IN", "INR"));
        Assert.Equal([1000, 667, 1, 0, 0], shares.Select(view.Width));
        Assert.Equal(0, (view with { Shares = [shares[3]] }).Width(shares[3]));
    }

    private static ExpenseMonth Month((int Day, int Amount)[] spent) =>
        new(March, [], [], [], [.. spent.Select(day => new DaySpent(March.AddDays(day.Day), day.Amount))]);
}
