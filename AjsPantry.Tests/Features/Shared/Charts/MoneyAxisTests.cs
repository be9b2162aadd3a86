using AjsPantry.Features.Shared.Charts;
using AjsPantry.Infrastructure.Web;
using CsCheck;

namespace AjsPantry.Tests.Features.Shared.Charts;

public sealed class MoneyAxisTests
{
    private static readonly Formats Rupees = new("en-IN", "INR");

    [Fact]
    public void An_axis_names_two_to_four_round_amounts()
    {
        Gen.Decimal[0.05m, 9_999_999m].Sample(top =>
        {
            var ticks = MoneyAxis.Ticks(top);
            var step = ticks[0].ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Trim('0', '.')
                .Replace(".", "", StringComparison.Ordinal).TrimStart('0');
            return ticks.Count is >= 2 and <= 4 && ticks[^1] <= top && step is "1" or "2" or "5";
        });
        Assert.Equal(["₹5,000", "₹10,000"], MoneyAxis.Ticks(14_000).Select(tick => MoneyAxis.Words(tick, Rupees)));
        Assert.Equal([10_000], MoneyAxis.Apart(MoneyAxis.Ticks(14_000), 4_500, 14_000));
    }

    [Fact]
    public void A_line_may_lie_on_the_edge_and_an_amount_with_decimals_keeps_them()
    {
        Assert.Equal([0.05m, 0.10m], MoneyAxis.Ticks(0.10m));
        Assert.Equal(["₹0.50", "₹1"], new[] { 0.5m, 1 }.Select(tick => MoneyAxis.Words(tick, Rupees)));
        Assert.Equal("1.5", MoneyAxis.Number(1.5m));
    }

    [Fact]
    public void A_line_that_would_lie_on_other_words_is_left_out()
    {
        decimal[] ticks = [10, 20, 30];
        Assert.Equal(ticks, MoneyAxis.Apart(ticks, null, 100));
        Assert.Equal([10], MoneyAxis.Apart(ticks, 25, 100));
        Assert.Equal([10], MoneyAxis.Apart(ticks, 34, 100));
        Assert.Equal([30], MoneyAxis.Apart(ticks, 15.99m, 100));
    }
}
