using System.Globalization;
using System.Text.RegularExpressions;
using AjsPantry.Features.Expenses;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Charts;
using CsCheck;

namespace AjsPantry.Tests.Features.Expenses.Bills;

public partial class MoneyRulesTests
{
    private static readonly Gen<decimal> Paise = Gen.Long[1, 100_000_000].Select(paise => paise / 100m);

    private static readonly Gen<decimal> Quantity = Gen.Long[1, 9_999_999].Select(thousandths => thousandths / 1000m);

    [Theory]
    [InlineData(3, 33.33, 99.99)]
    [InlineData(0.5, 0.01, 0.01)]
    [InlineData(0.125, 99, 12.38)]
    [InlineData(2, 44, 88)]
    public void A_line_costs_quantity_times_price_rounded_as_shops_do(double quantity, double price, double amount) =>
        Assert.Equal((decimal)amount, LinePrice.Amount((decimal)quantity, (decimal)price));

    [Theory]
    [InlineData(3, 33.33, 100, true)]
    [InlineData(3, 33.33, 100.02, false)]
    [InlineData(1, 10, 10.01, true)]
    [InlineData(1, 10, 10.02, false)]
    [InlineData(2, 50, 90, false)]
    public void Amounts_may_differ_from_the_price_by_what_rounding_explains(double quantity, double price, double amount, bool agrees) =>
        Assert.Equal(agrees, LinePrice.Agrees((decimal)quantity, (decimal)price, (decimal)amount));

    [Fact]
    public void A_computed_amount_always_agrees_with_its_price() =>
        Gen.Select(Quantity, Paise)
            .Sample((quantity, price) => Assert.True(LinePrice.Agrees(quantity, price, LinePrice.Amount(quantity, price))));

    [Fact]
    public void A_price_rounded_from_the_amount_always_agrees_with_it() =>
        Gen.Select(Quantity, Paise).Sample((quantity, amount) =>
            Assert.True(LinePrice.Agrees(quantity, Math.Round(amount / quantity, 2, MidpointRounding.AwayFromZero), amount)));

    [Fact]
    public void Shares_add_up_to_what_was_spent_largest_first() =>
        Gen.Select(Gen.Select(Gen.Int[0, 5], Paise).List[0, 40], Paise, Paise).Sample((parts, charges, discount) =>
        {
            var shares = Shares.WithExtras(parts.Select(part => ($"Shop {part.Item1}", part.Item2)), charges, discount);
            Assert.Equal(parts.Sum(part => part.Item2) + charges - discount, shares.Sum(share => share.Amount));
            var named = shares.SkipLast(2).Select(share => share.Amount).ToList();
            Assert.Equal(named.OrderDescending(), named);
            Assert.Equal([Shares.Charges, Shares.Discounts], shares.TakeLast(2).Select(share => share.Name));
        });

    [Fact]
    public void Charges_and_discounts_of_nothing_are_no_shares() => Assert.Empty(Shares.WithExtras([], 0, 0));

    [Fact]
    public void The_line_of_a_month_stays_in_its_square_and_never_falls() =>
        Gen.Select(Gen.Select(Gen.Int[1, 31], Paise).List[0, 40], Gen.Int[28, 31], Gen.Int[1, 31]).Sample((spent, days, day) =>
        {
            var until = Math.Min(day, days);
            var top = Math.Max(1, spent.Sum(entry => entry.Item2));
            var path = SpendingChart.Path(spent, days, until, top);
            var across = Numbers(path, 'H');
            var up = Numbers(path, 'V');
            Assert.All(across.Concat(up), value => Assert.InRange(value, 0, 100));
            Assert.Equal(across.Order(), across);
            Assert.Equal(up.OrderDescending(), up);
        });

    [Fact]
    public void The_whole_month_at_its_top_ends_in_the_upper_right_corner() =>
        Assert.Equal("M0 100H0V75H50V0H100", SpendingChart.Path([(1, 25), (16, 75)], 30, 30, 100));

    [Fact]
    public void Bills_of_one_day_are_one_step_and_the_last_day_is_drawn() =>
        Assert.Equal("M0 100H0V50H50V0H53.33", SpendingChart.Path([(1, 25), (1, 25), (16, 50), (17, 9)], 30, 16, 100));

    [Fact]
    public void The_most_that_was_spent_is_found_on_the_way_day_by_day()
    {
        Assert.Equal(65, SpendingChart.Highest([(3, 40), (1, 30), (2, -10), (2, 5)]));
        Assert.Equal((0m, 0m), (SpendingChart.Highest([]), SpendingChart.Highest([(3, 10), (1, -20)])));
        Assert.Equal((100m, 0m, 75m), (SpendingChart.Y(-5, 100), SpendingChart.Y(100, 100), SpendingChart.Y(25, 100)));
    }

    [Fact]
    public void A_bill_is_its_lines_with_charges_and_without_the_discount()
    {
        var listed = Guid.NewGuid();
        var bill = new BillDraft("1", new(2026, 3, 1), "Shop", 5, 2,
            [new("Milk", 1, "ltr", null, 60, null), new("Curd", 1, "kg", null, 40, null, listed)]);
        Assert.Equal((100m, 103m), (bill.LinesTotal, bill.Total));
        Assert.Equal([listed], bill.ShoppingItems);
        Assert.True(bill.SaysTheSameAs(bill with { Lines = [.. bill.Lines] }));
        Assert.False(bill.SaysTheSameAs(bill with { Charges = 6 }));
        Assert.False(bill.SaysTheSameAs(bill with { Lines = [.. bill.Lines.Reverse()] }));
    }

    private static List<decimal> Numbers(string path, char command) =>
        [.. Step().Matches(path).Where(step => step.Value[0] == command)
            .Select(step => decimal.Parse(step.Value[1..], CultureInfo.InvariantCulture))];

    [GeneratedRegex("[HV][0-9.]+")]
    private static partial Regex Step();
}
