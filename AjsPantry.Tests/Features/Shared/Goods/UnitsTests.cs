using AjsPantry.Features.Shared.Goods;

namespace AjsPantry.Tests.Features.Shared.Goods;

public sealed class UnitsTests
{
    [Fact]
    public void A_tap_adds_what_one_would_add_of_each_unit() =>
        Assert.Equal(
            "pcs 1, kg 0.5, g 50, ltr 0.5, ml 50, pkt 1, dozen 1, bunch 1, box 1",
            string.Join(", ",
                Units.All.Select(unit => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{unit} {Units.Step(unit)}"))));
}
