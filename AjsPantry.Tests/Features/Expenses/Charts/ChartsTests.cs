using AjsPantry.Features.Shared.Charts;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using CsCheck;

namespace AjsPantry.Tests.Features.Expenses.Charts;

public sealed class ChartsTests(PantryApp app) : IClassFixture<PantryApp>
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
    public async Task A_year_is_drawn_against_its_budgets()
    {
        var floor = await app.NewFloorAsync();
        await app.RecordAsync("North", floor.Number, BillActs.One(1200, "Y-1", date: ClosedMonthActs.January));
        await app.RecordAsync("North", floor.Number, BillActs.One(300, "Y-2", date: ClosedMonthActs.February));
        var admin = await app.SignInAsync(Cast.Admin);
        var address = $"/expenses/reports?floor={floor.Number}";
        Assert.Equal("₹1,500.00 spent in 2026", (await admin.GetAsync(address)).Document.QuerySelector("#year-head")!.TextContent);
        await app.AllocateAsync(floor, 1000, ClosedMonthActs.January, new(2026, 1, 31));
        await app.AllocateAsync(floor, 1000, ClosedMonthActs.February, new(2026, 2, 28));
        var page = await admin.GetAsync(address);
        Assert.Equal("January was over its budget", page.Document.QuerySelector("#year-head")!.TextContent);
        Assert.Equal(
            (1, 2), (page.Document.QuerySelectorAll(".plot .over").Length, page.Document.QuerySelectorAll(".plot .mark-line").Length));
        Assert.Equal("₹500", page.Document.QuerySelector(".plot .axis")!.TextContent);
    }

    [Fact]
    public async Task The_present_month_is_over_its_budget_and_was_not()
    {
        var floor = await app.NewFloorAsync();
        await app.RecordAsync("North", floor.Number, BillActs.One(1200, "Y-3", date: TestClock.Today));
        await app.AllocateAsync(floor, 1000, new(2026, 3, 1), new(2026, 3, 31));
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/reports?floor={floor.Number}");
        Assert.Equal("March is over its budget", page.Document.QuerySelector("#year-head")!.TextContent);
    }
}
