using AjsPantry.Tests.Features.Expenses.MonthEnd;

namespace AjsPantry.Tests.Features.Expenses.Charts;

public sealed class ChartsTests(PantryApp app) : IClassFixture<PantryApp>
{
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
