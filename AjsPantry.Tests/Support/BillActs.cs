using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Reports.Monthly;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Support;

/// <summary>Makes bills for tests, through the same handler that pages use.</summary>
public static class BillActs
{
    /// <summary>The bill of a supermarket as it really was: ten lines of 741.00, a promotion of 50.00, 691.00 to pay.</summary>
    public static readonly BillDraft DMart = new("DM-2291", new DateOnly(2025, 7, 17), "D-Mart", 0, 50.00m,
    [
        Line("Toor dal", 1, "kg", 142.00m), Line("Sugar", 2, "kg", 88.00m), Line("Atta", 1, "pcs", 199.00m),
        Line("Poha", 0.5m, "kg", 29.00m), Line("Rava", 0.5m, "kg", 26.00m),
        Line("Jeera", 100, "g", 62.00m), Line("Salt", 1, "kg", 24.00m), Line("Dish soap", 1, "pcs", 52.00m), Line("Rusk", 1, "pkt", 44.00m),
        Line("Papad", 1, "pkt", 75.00m),
    ]);

    /// <summary>The bill of a delivery service as it really was: one line of 365.00 and 2.00 of charges.</summary>
    public static readonly BillDraft Blinkit = new(
        "BL-77120", new DateOnly(2026, 3, 7), "Blinkit", 2.00m, 0, [Line("Amul butter, 500 g", 1, "pcs", 365.00m)]);

    public static BillDraftLine Line(string item, decimal quantity, string unit, decimal amount) =>
        new(item, quantity, unit, null, amount, null);

    /// <summary>A bill of one line.</summary>
    public static BillDraft One(
        decimal amount, string number = "1001", string shop = "Corner shop", DateOnly? date = null, string item = "Milk") =>
        new(number, date ?? TestClock.Today, shop, 0, 0, [Line(item, 1, "ltr", amount)]);

    /// <summary>
    /// Records the bill and returns its id. Nobody recorded it; where that matters, somebody signs in and types it: <c>BillFormDriver</c>.
    /// </summary>
    public static async Task<Guid> RecordAsync(this PantryApp app, string tenant, int floor, BillDraft draft)
    {
        var view = await app.FloorAsync(tenant, floor);
        return await app.InTenantAsync(tenant, async services =>
        {
            var outcome = await services.GetRequiredService<RecordBill>()
                .HandleAsync(view.Id, Guid.CreateVersion7(), draft, anotherBill: true, CancellationToken.None);
            Assert.True(outcome.IsDone, string.Join(" ", outcome.Messages));
            return outcome.Value.Id;
        });
    }

    /// <summary>Floor 1's head voids a bill of theirs.</summary>
    public static async Task VoidAsync(this PantryApp app, Guid bill)
    {
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{bill}/void");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Reason"] = "Wrong" })).Status);
    }

    /// <summary>Makes and keeps the report of a floor and month, as the monthly job does.</summary>
    public static async Task<MadeReport> MakeReportAsync(this PantryApp app, string tenant, int floor, DateOnly month)
    {
        var view = await app.FloorAsync(tenant, floor);
        return await app.InTenantAsync(tenant, async services =>
            (await services.GetRequiredService<MakeReport>().HandleAsync(view, month, CancellationToken.None)).Value!);
    }
}
