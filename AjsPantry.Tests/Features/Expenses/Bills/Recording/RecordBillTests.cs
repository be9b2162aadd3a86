using AjsPantry.Features.Expenses.Bills.Recording;

namespace AjsPantry.Tests.Features.Expenses.Bills.Recording;

public sealed class RecordBillTests(PantryApp app) : IClassFixture<PantryApp>
{
    public static TheoryData<BillDraft, decimal> RealBills => new() { { BillActs.DMart, 691.00m }, { BillActs.Blinkit, 367.00m } };

    [Theory]
    [MemberData(nameof(RealBills), DisableDiscoveryEnumeration = true)]
    public async Task A_real_bill_is_typed_as_it_is(BillDraft draft, decimal total)
    {
        var head = await app.SignInAsync(Cast.Head);
        var answer = await head.RecordAsync(draft.Typed());
        Assert.Equal(302, answer.Status);
        var bill = await app.LatestBillAsync();
        Assert.Equal(total, bill.Total);
        Assert.Equal(draft.Lines.Select(line => line.Item), bill.Lines.Select(line => line.Item));
        Assert.Equal(draft.Lines.Select(line => (line.Quantity, line.Unit, line.Amount)),
            bill.Lines.Select(line => (line.Quantity, line.Unit, line.Amount)));
        Assert.Equal((draft.Number, draft.Date, draft.Shop, draft.Charges, draft.Discount),
            (bill.Number, bill.Date, bill.Shop, bill.Charges, bill.Discount));
        var list = await answer.FollowAsync();
        Assert.Contains($"₹{total:0.00}", list.Toast, StringComparison.Ordinal);
        Assert.Contains(draft.Shop, list.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,234.50", 1234.50)]
    [InlineData("₹ 1,234.50", 1234.50)]
    [InlineData("४६०", 460)]
    [InlineData("٤٦٠", 460)]
    public async Task Amounts_are_taken_as_people_write_them(string typed, double amount)
    {
        var answer = await (await app.SignInAsync(Cast.Head))
            .RecordAsync(new(BillFormDriver.But("Lines[0].Amount", typed)) { ["Input.AnotherBill"] = "true" });
        Assert.Equal(302, answer.Status);
        Assert.Equal((decimal)amount, (await app.LatestBillAsync()).Total);
    }

    [Theory]
    [InlineData("दुकान", "दुकान")]
    [InlineData("دكان الحليب", "دكان الحليب")]
    [InlineData("\u202eD-Mart\u202c 2", "D-Mart 2")]
    [InlineData("Shop\u0001 of\u0007 bells", "Shop of bells")]
    [InlineData("Shop\ufffe of noughts", "Shop of noughts")]
    [InlineData("<script>alert('1')</script> & \"sons\"", "<script>alert('1')</script> & \"sons\"")]
    public async Task Names_of_any_script_stay_as_they_are_without_what_nobody_can_see(string typed, string kept)
    {
        var head = await app.SignInAsync(Cast.Head);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await head.RecordAsync(BillFormDriver.But("Shop", typed));
        Assert.Equal(302, answer.Status);
        var bill = await app.LatestBillAsync();
        Assert.Equal(kept, bill.Shop);
        foreach (var address in (string[])["/expenses", "/", $"/expenses/bill/{bill.Id}", $"/expenses/bill/{bill.Id}/void",
            $"/expenses/bill/{bill.Id}/edit", "/expenses/report?month=2026-03"])
        {
            var page = await head.GetAsync(address);
            Assert.Equal(200, page.Status);
            Assert.Contains(kept, page.Text + page.Value("Input.Shop"), StringComparison.Ordinal);
            Assert.DoesNotContain(page.Document.Scripts, script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Blank_lines_are_left_out_wherever_they_stand()
    {
        var typed = BillActs.One(10, "BL-1").Typed();
        foreach (var name in (string[])["Item", "Quantity", "Unit", "Amount"])
        {
            typed[BillFormDriver.Field(2, name)] = typed[BillFormDriver.Field(0, name)];
            typed[BillFormDriver.Field(0, name)] = "";
        }
        typed[BillFormDriver.Field(1, "Unit")] = "kg";
        Assert.Equal(302, (await (await app.SignInAsync(Cast.Head)).RecordAsync(typed)).Status);
        Assert.Equal("Milk", Assert.Single((await app.LatestBillAsync()).Lines).Item);
    }

    [Fact]
    public async Task An_amount_left_blank_is_quantity_times_unit_price_and_a_blank_quantity_is_one()
    {
        var typed = new Dictionary<string,
            string>(BillActs.One(10, "UP-1")
                .Typed())
        { ["Input.Lines[0].Quantity"] = "1.5", ["Input.Lines[0].UnitPrice"] = "33.33", ["Input.Lines[0].Amount"] = "" };
        typed["Input.Lines[1].Item"] = "Bread";
        typed["Input.Lines[1].UnitPrice"] = "45";
        Assert.Equal(302, (await (await app.SignInAsync(Cast.Head)).RecordAsync(typed)).Status);
        var lines = (await app.LatestBillAsync()).Lines;
        Assert.Equal([(1.5m, "ltr", 33.33m, 50.00m), (1m, "pcs", 45m, 45m)],
            lines.Select(line => (line.Quantity, line.Unit, line.UnitPrice!.Value, line.Amount)));
    }

    [Fact]
    public async Task A_price_that_the_bill_does_not_print_is_worked_out()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.DMart with
        {
            Number = "WORKED-OUT",
            Lines = [.. BillActs.DMart.Lines, BillActs.Line("Besan", 3, "kg", 100.00m)],
        });
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{bill}");
        var prices = page.Document.QuerySelectorAll("td.c-price").Select(cell => cell.Words());
        Assert.Equal(["", "44.00/kg", "", "58.00/kg", "52.00/kg", "620.00/kg", "", "", "", "", "≈ 33.33/kg"], prices);
    }

    [Fact]
    public async Task A_bill_of_two_hundred_lines_fits_the_form()
    {
        var draft = new BillDraft("200", TestClock.Today, "Wholesale", 0, 0,
            [.. Enumerable.Range(1, 200).Select(at => BillActs.Line($"Item {at}", 1, "pcs", at))]);
        Assert.Equal(302, (await (await app.SignInAsync(Cast.Head)).RecordAsync(draft.Typed())).Status);
        var bill = await app.LatestBillAsync();
        Assert.Equal((200, 20100m), (bill.Lines.Count, bill.Total));
        Assert.Equal("Item 200", bill.Lines[^1].Item);
    }

    [Fact]
    public async Task A_bill_may_come_to_nothing_after_its_discount()
    {
        var head = await app.SignInAsync(Cast.OtherFloorHead);
        Assert.Equal(302, (await head.RecordAsync(BillFormDriver.But("Discount", "460"))).Status);
        Assert.Equal(0, (await app.LatestBillAsync()).Total);
        foreach (var address in (string[])["/", "/expenses", "/expenses/report?month=2026-03", "/expenses/reports"])
            Assert.Equal(200, (await head.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_change_nothing()
    {
        var other = await app.FloorAsync("North", 2);
        var head = await app.SignInAsync(Cast.Head);
        var typed = new Dictionary<string, string>(BillActs.One(77, "EX-1").Typed());
        foreach (var prefix in (string[])["", "Input.", "Bill.", "Input.Bill."])
        {
            typed[prefix + "TenantId"] = Cast.TenantId("South").ToString();
            typed[prefix + "FloorId"] = other.Id.ToString();
            typed[prefix + "Total"] = "1";
            typed[prefix + "LinesTotal"] = "1";
            typed[prefix + "VoidedAt"] = "2026-03-01";
            typed[prefix + "RecordedById"] = Guid.Empty.ToString();
            typed[prefix + "RecordedAt"] = "2001-01-01";
        }

        typed["floor"] = "2";
        Assert.Equal(302, (await head.RecordAsync(typed)).Status);
        var bill = await app.LatestBillAsync();
        var me = await app.ReadAsync("North", db => Task.FromResult(db.Members.Single(member => member.Number == Cast.Head.Number).Id));
        Assert.Equal((Cast.TenantId("North"), (await app.FloorAsync("North", 1)).Id, 77m, 77m),
            (bill.TenantId, bill.FloorId, bill.Total, bill.LinesTotal));
        Assert.Equal((null, (Guid?)me, app.Clock.GetUtcNow()), (bill.VoidedAt, bill.RecordedById, bill.RecordedAt));
    }

    [Fact]
    public async Task Without_JavaScript_lines_are_added_and_the_bill_is_saved_on_the_same_floor()
    {
        var admin = await app.SignInAsync(Cast.Admin);
        var page = await admin.GetAsync("/expenses/record?floor=2");
        var button = page.Document.QuerySelector("[data-add-line]")!.GetAttribute("formaction")!;
        page.Document.QuerySelector("main form")!.SetAttribute("action", button);
        var longer = await page.SubmitAsync(BillActs.One(88, "NJ-1").Typed());
        Assert.Equal(4, longer.Document.QuerySelectorAll("main ol.lines > li").Length);
        Assert.Equal("88.00", longer.Value(BillFormDriver.Field(0, "Amount")));
        Assert.Equal(302, (await longer.SubmitAsync([])).Status);
        Assert.Equal((await app.FloorAsync("North", 2)).Id, (await app.LatestBillAsync()).FloorId);
    }
}
