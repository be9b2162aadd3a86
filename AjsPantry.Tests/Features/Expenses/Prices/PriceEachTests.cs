using AjsPantry.Features.Expenses.Prices;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Tests.Features.Expenses.Prices;

public sealed class PriceEachTests
{
    private static readonly Formats Rupees = new("en-IN", "INR");

    [Theory]
    [InlineData(1, "kg", 460, "")]
    [InlineData(1, "g", 0.46, "460.00/kg")]
    [InlineData(1, "ml", 0.05, "50.00/ltr")]
    [InlineData(500, "g", 30, "60.00/kg")]
    [InlineData(250, "ml", 17.5, "70.00/ltr")]
    [InlineData(2, "kg", 25, "12.50/kg")]
    [InlineData(3, "pcs", 37, "≈ 12.33/piece")]
    [InlineData(3, "box", 38, "≈ 12.67/box")]
    [InlineData(8, "ltr", 1, "≈ 0.13/ltr")]
    [InlineData(2, "kg", -25, "12.50/kg")]
    [InlineData(0, "kg", 0, "0.00/kg")]
    public void Things_are_compared_by_what_one_costs(double quantity, string unit, double amount, string words) =>
        Assert.Equal(words, PriceEach.Words((decimal)quantity, unit, (decimal)amount, Rupees).Replace('\u00a0', ' '));
}
