using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Shared.Goods;

namespace AjsPantry.Tests.Features.Expenses.Bills.Recording;

public sealed class ProposalTests(PantryApp app) : IClassFixture<PantryApp>
{
    private Task<Guid> RecordAsync(string tenant, int floor, BillDraft draft)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        return app.RecordAsync(tenant, floor, draft);
    }

    private async Task<WebPage> FormAsync(Person person) => await (await app.SignInAsync(person)).GetAsync(BillFormDriver.RecordAddress);

    private static string[] Options(WebPage form, string list) =>
        [.. form.Document.QuerySelectorAll($"#{list} option").Select(option => option.GetAttribute("value")!)];

    [Fact]
    public async Task The_first_bill_of_a_floor_is_proposed_as_number_1001_of_today()
    {
        var form = await FormAsync(Cast.All.Single(person => person.Number == "S2-head"));
        Assert.Equal(("1001", "2026-03-15"), (form.Value("Input.Number"), form.Value("Input.Date")));
    }

    [Fact]
    public async Task The_number_follows_the_bill_recorded_last_on_the_same_floor()
    {
        await RecordAsync("North", 1, BillActs.One(1, "DM-0099"));
        await RecordAsync("North", 2, BillActs.One(1, "500"));
        await RecordAsync("South", 1, BillActs.One(1, "900"));
        Assert.Equal("DM-0100", (await FormAsync(Cast.Head)).Value("Input.Number"));
        Assert.Equal("501", (await FormAsync(Cast.OtherFloorHead)).Value("Input.Number"));
        await RecordAsync("North", 1, BillActs.One(1, "no digits", date: new DateOnly(2026, 1, 1)));
        Assert.Equal("DM-0100", (await FormAsync(Cast.Head)).Value("Input.Number"));
    }

    [Fact]
    public async Task A_number_with_a_letter_one_that_was_voided_and_one_of_a_shop_do_not_spoil_the_next()
    {
        foreach (var number in (string[])["1001", "1002", "1001A"])
            await RecordAsync("North", 1, BillActs.One(1, number));
        var mistaken = await RecordAsync("North", 1, BillActs.One(1, "9999"));
        await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{mistaken}/void"))
            .SubmitAsync(new() { ["Input.Reason"] = "Mistake" });
        await RecordAsync("North", 1, BillActs.One(1, "DM-2291", "D-Mart"));
        var form = await FormAsync(Cast.Head);
        Assert.Equal("1003", form.Value("Input.Number"));
        Assert.Equal("DM-2292", form.Document.QuerySelector("#shops option[value='D-Mart']")!.GetAttribute("data-number"));
        Assert.Equal("", form.Document.QuerySelector("#shops option[value='Corner shop']")!.GetAttribute("data-number"));
    }

    [Fact]
    public async Task Shops_and_items_are_those_of_the_own_floor_the_most_used_first()
    {
        await RecordAsync("North", 1, BillActs.One(1, "10", "Seldom", item: "Seldom item"));
        await RecordAsync("North", 1, BillActs.One(2, "11", "Often", item: "Often item"));
        await RecordAsync("North", 1, BillActs.One(3, "12", "Often", item: "Often item"));
        await RecordAsync("North", 2, BillActs.One(1, "13", "Other floor's shop", item: "Other floor's item"));
        await RecordAsync("South", 1, BillActs.One(1, "14", "Other tenant's shop", item: "Other tenant's item"));
        var form = await FormAsync(Cast.Head);
        var shops = Options(form, "shops");
        var items = Options(form, "items");
        Assert.True(Array.IndexOf(shops, "Often") < Array.IndexOf(shops, "Seldom"));
        Assert.Single(items, item => item == "Often item");
        Assert.Contains("Seldom item", items);
        Assert.DoesNotContain(shops.Concat(items), name => name.StartsWith("Other", StringComparison.Ordinal));
        Assert.Contains("Other floor's shop", Options(await FormAsync(Cast.OtherFloorHead), "shops"));
        Assert.Contains("Other tenant's shop", Options(await FormAsync(Cast.OtherTenantHead), "shops"));
    }

    [Fact]
    public async Task Shops_of_voided_bills_are_not_proposed()
    {
        var id = await RecordAsync("North", 1, BillActs.One(1, "20", "Mistaken shop"));
        Assert.Contains("Mistaken shop", Options(await FormAsync(Cast.Head), "shops"));
        await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{id}/void"))
            .SubmitAsync(new() { ["Input.Reason"] = "Mistake" });
        Assert.DoesNotContain("Mistaken shop", Options(await FormAsync(Cast.Head), "shops"));
    }

    [Fact]
    public async Task An_item_is_proposed_with_the_unit_and_category_it_had_last()
    {
        await RecordAsync("North", 1, new("30", TestClock.Today, "Shop", 0, 0, [new("Gajar", 1, "kg", null, 40, Category.Other)]));
        await RecordAsync("North", 1, new("31", TestClock.Today, "Shop", 0, 0, [new("Gajar", 1, "bunch", null, 41, Category.Vegetables)]));
        var option = (await FormAsync(Cast.Head)).Document.QuerySelector("#items option[value=Gajar]")!;
        Assert.Equal(("bunch", "Vegetables"), (option.GetAttribute("data-unit"), option.GetAttribute("data-category")));
    }

    [Fact]
    public async Task A_category_is_guessed_at_first_and_remembered_once_somebody_chose_one()
    {
        var head = await app.SignInAsync(Cast.Head);
        await head.RecordAsync(BillActs.One(401, "40", item: "Paneer roll").Typed());
        Assert.Equal(Category.Dairy, (await app.LatestBillAsync()).Lines[0].Category);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await head.RecordAsync(new(BillActs.One(402, "41", item: "Paneer roll").Typed()) { ["Input.Lines[0].Category"] = "Snacks" });
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await head.RecordAsync(BillActs.One(403, "42", item: "paneer ROLL").Typed());
        Assert.Equal(Category.Snacks, (await app.LatestBillAsync()).Lines[0].Category);
        await (await app.SignInAsync(Cast.OtherFloorHead)).RecordAsync(BillActs.One(404, "43", item: "Paneer roll").Typed());
        Assert.Equal(Category.Dairy, (await app.LatestBillAsync()).Lines[0].Category);
    }

    [Fact]
    public async Task A_shop_is_written_as_the_floor_wrote_it_before()
    {
        await RecordAsync("North", 1, BillActs.One(1, "50", "Shree Kirana"));
        await (await app.SignInAsync(Cast.Head)).RecordAsync(BillActs.One(2, "51", "SHREE  kirana").Typed());
        Assert.Equal("Shree Kirana", (await app.LatestBillAsync()).Shop);
        await (await app.SignInAsync(Cast.OtherFloorHead)).RecordAsync(BillActs.One(2, "52", "SHREE kirana").Typed());
        Assert.Equal("SHREE kirana", (await app.LatestBillAsync()).Shop);
    }

    [Fact]
    public async Task The_spelling_of_a_shop_can_be_put_right()
    {
        var head = await app.SignInAsync(Cast.Head);
        var id = await RecordAsync("North", 1, BillActs.One(1, "60", "vijay sales"));
        await (await head.GetAsync($"/expenses/bill/{id}/edit")).SubmitAsync(new() { ["Input.Shop"] = "Vijay Sales" });
        Assert.Equal("Vijay Sales", (await app.BillAsync("North", id)).Shop);
    }
}
