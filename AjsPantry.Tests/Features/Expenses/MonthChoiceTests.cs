using AjsPantry.Features.Expenses;

namespace AjsPantry.Tests.Features.Expenses;

public sealed class MonthChoiceTests
{
    [Theory]
    [InlineData(null, "2026-03")]
    [InlineData("", "2026-03")]
    [InlineData("2026-03", "2026-03")]
    [InlineData("2026-02", "2026-02")]
    [InlineData("2000-01", "2000-01")]
    [InlineData("1999-12", null)]
    [InlineData("2026-04", null)]
    [InlineData("2026-3", null)]
    [InlineData("march", null)]
    public void An_address_names_a_month_that_has_begun_or_the_present_one(string? typed, string? month)
    {
        foreach (var today in (DateOnly[])[new(2026, 3, 1), new(2026, 3, 31)])
        {
            var read = MonthChoice.Read(typed, today);
            Assert.Equal(month, read?.Key());
            Assert.Equal(1, read?.Day ?? 1);
        }
    }
}
