using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Tests.Features.Expenses.MonthEnd;

namespace AjsPantry.Tests.Features.Expenses.Prices;

public sealed class PricesTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static BillDraft Bill(string number, int day, decimal quantity, string unit, decimal amount, string shop = "D-Mart") =>
        new(number, new DateOnly(2026, 3, day), shop, 0, 0, [new("Basmati rice", quantity, unit, null, amount, null)]);

    [Fact]
    public async Task An_item_of_a_bill_leads_to_what_it_cost_over_time()
    {
        await app.RecordAsync("North", 1, Bill("P-1", 2, 5, "kg", 500));
        var id = await app.RecordAsync("North", 1, Bill("P-2", 9, 2, "kg", 216, "Kirana"));
        // A price by the gram is another list; what is void or of another floor is in none.
        await app.RecordAsync("North", 1, Bill("P-3", 10, 250, "g", 40));
        await app.RecordAsync("North", 2, Bill("P-4", 11, 1, "kg", 5));
        var floor = await app.FloorAsync("North", 1);
        var wrong = await app.RecordAsync(
            "North", 1, new("P-5", ClosedMonthActs.January, "D-Mart", 0, 0, [new("Basmati rice", 1, "kg", null, 7, null)]));
        await app.CloseAsync(floor, ClosedMonthActs.January);
        await app.ReverseAsync(floor, wrong);

        var member = await app.SignInAsync(Cast.Member);
        var bill = await member.GetAsync($"/expenses/bill/{id}");
        var prices = await member.GetAsync(bill.Document.QuerySelector(".items th a")!.GetAttribute("href")!);
        Assert.Equal("₹108.00 per kg on Mon 9 Mar", prices.Answer);
        Assert.Contains("₹8.00 more than on Mon 2 Mar. Lowest price: ₹100.00 at D-Mart on Mon 2 Mar.", prices.Text,
            StringComparison.Ordinal);
        Assert.Equal(2, prices.Document.QuerySelectorAll("#main .item").Length);
        Assert.NotNull(prices.Document.QuerySelector(".chart"));
        Assert.Equal("₹160.00 per kg on Tue 10 Mar",
            (await member.GetAsync("/expenses/prices?item=basmati+RICE&unit=g")).Answer.Replace('\u00a0', ' '));
        Assert.Equal("No price yet", (await member.GetAsync("/expenses/prices?item=Saffron&unit=g")).Answer);
        // Another floor has other things, so its list comes first.
        var switched = (await (await app.SignInAsync(Cast.Admin)).GetAsync("/expenses/prices?item=basmati+RICE&unit=kg&floor=1")).Document
            .QuerySelectorAll(".floor-switch a");
        Assert.All(switched, link => Assert.StartsWith("/expenses?", link.GetAttribute("href"), StringComparison.Ordinal));
        foreach (var address in (string[])["", "?item=Rice", "?item=Rice&unit=stone", "?item=+&unit=kg"])
            Assert.Equal(404, (await member.GetAsync("/expenses/prices" + address)).Status);
    }
}
