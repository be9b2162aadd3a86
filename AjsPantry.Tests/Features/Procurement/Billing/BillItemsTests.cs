using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Procurement;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Procurement.Billing;

/// <summary>Bills from what was bought: the items follow the bill in one transaction, whatever becomes of it.</summary>
public sealed class BillItemsTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    private async Task<WebPage> FormAsync(params Guid[] items) =>
        await (await Head).GetAsync("/expenses/record?" + string.Join('&', items.Select(item => $"items={item}")));

    private Task<Bill> BillAsync(string number) =>
        app.ReadAsync("North", db => db.Bills.Include(bill => bill.Lines).AsNoTracking().SingleAsync(bill => bill.Number == number));

    private async Task<string> StatesAsync(params Guid[] items) =>
        string.Join(' ', await Task.WhenAll(items.Select(async item => $"{(await app.ItemAsync(item)).State}")));

    [Fact]
    public async Task Bought_things_become_the_lines_of_a_bill_and_are_billed_with_it()
    {
        var rice = await app.NeedAsync("Bill rice", boughtBy: Cast.Member, price: 110);
        var oil = await app.NeedAsync("Bill oil", boughtBy: Cast.Member);
        var needed = await app.NeedAsync("Bill needed");
        var page = await FormAsync(rice, oil, needed, Guid.NewGuid());
        Assert.Equal(("Bill rice", "110", "Bill oil", "Trolley shop", "2026-03-15"),
            (page.Value("Input.Lines[0].Item"), page.Value("Input.Lines[0].Amount"), page.Value("Input.Lines[1].Item"),
                page.Value("Input.Shop"), page.Value("Input.Date")));
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Number"] = "PB-1", ["Input.Lines[1].Amount"] = "300" })).Status);
        Assert.Equal("Billed Billed Needed", await StatesAsync(rice, oil, needed));
        var bill = await BillAsync("PB-1");
        Assert.Equal((410m, rice, oil),
            (bill.Total, bill.Lines.Single(line => line.Item == "Bill rice").ShoppingItemId!.Value,
                bill.Lines.Single(line => line.Item == "Bill oil").ShoppingItemId!.Value));
        Assert.Contains($"/expenses/bill/{bill.Id}",
            (await (await Head).GetAsync($"/shopping/{rice}")).Document.QuerySelector(".acts")!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("is on a bill", (await (await Head).PostAsync($"/shopping/{rice}?handler=Back")).Text, StringComparison.Ordinal);

        // A line taken off gives its thing back; the others move up and keep theirs.
        var edit = await (await Head).GetAsync($"/expenses/bill/{bill.Id}/edit");
        var oilsLine = bill.Lines.Single(line => line.ShoppingItemId == oil).Position;
        Assert.Equal(302, (await edit.SubmitAsync(new()
        {
            ["Input.Lines[0].Item"] = "Bill oil",
            ["Input.Lines[0].Amount"] = "290",
            ["Input.Lines[0].ShoppingItemId"] = $"{oil}",
            ["Input.Lines[1].Item"] = "",
            ["Input.Lines[1].Quantity"] = "",
            ["Input.Lines[1].Amount"] = "",
            ["Input.Lines[1].ShoppingItemId"] = "",
        })).Status);
        Assert.InRange(oilsLine, 0, 1);
        Assert.Equal("Bought Billed", await StatesAsync(rice, oil));
        Assert.Equal((290m, "Trolley shop"), ((await app.ItemAsync(oil)).Price!.Value, (await app.ItemAsync(oil)).Shop));
        Assert.Equal(290, (await BillAsync("PB-1")).Total);

        Assert.Equal(302,
            (await (await (await Head).GetAsync($"/expenses/bill/{bill.Id}/void"))
                .SubmitAsync(new() { ["Input.Reason"] = "Wrong shop" })).Status);
        Assert.Equal("Bought Bought", await StatesAsync(rice, oil));
        Assert.All((await BillAsync("PB-1")).Lines, line => Assert.Null(line.ShoppingItemId));
        Assert.Equal(302,
            (await (await FormAsync(rice, oil))
                .SubmitAsync(new() { ["Input.Number"] = "PB-2", ["Input.Lines[1].Amount"] = "300" })).Status);
    }

    [Fact]
    public async Task Two_who_bill_the_same_thing_bill_it_once_and_the_other_keeps_the_typing()
    {
        for (var round = 0; round < 5; round++)
        {
            var item = await app.NeedAsync($"Raced {round}", boughtBy: Cast.Member, price: 10 + round);
            var pages = new[] { await FormAsync(item),
                await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/record?floor=1&items={item}") };
            var answers = await Task.WhenAll(
                pages.Select((page,
                    index) => page.SubmitAsync(new() { ["Input.Number"] = $"RB-{round}-{index}", ["Input.Shop"] = $"Shop {index}" })));
            Assert.Equal([200, 302], answers.Select(answer => answer.Status).Order());
            var lost = answers.Single(answer => answer.Status == 200);
            Assert.Contains("another bill", lost.Text, StringComparison.Ordinal);
            Assert.Equal($"Raced {round}", lost.Value("Input.Lines[0].Item"));
            Assert.Equal(1, await app.ReadAsync("North", db => db.BillLines.CountAsync(line => line.ShoppingItemId == item)));
        }
    }

    [Fact]
    public async Task What_is_not_bought_not_there_or_of_others_stands_on_no_bill()
    {
        var needed = await app.NeedAsync("Not bought");
        var foreign = await app.NeedAsync("Next door", boughtBy: Cast.OtherTenantMember, price: 10, tenant: "South");
        var upstairs = await app.NeedAsync("Upstairs", boughtBy: Cast.OtherFloorMember, price: 10, floor: 2);
        foreach (var (item, index) in ((Guid, int)[])[(needed, 0), (foreign, 1), (upstairs, 2), (Guid.NewGuid(), 3)])
        {
            var page = await (await Head).GetAsync("/expenses/record");
            var answer = await page.SubmitAsync(
                new()
                {
                    ["Input.Number"] = $"NB-{index}",
                    ["Input.Shop"] = $"No shop {index}",
                    ["Input.Lines[0].Item"] = "Smuggled",
                    ["Input.Lines[0].Amount"] = "10",
                    ["Input.Lines[0].ShoppingItemId"] = $"{item}"
                });
            Assert.Equal(200, answer.Status);
        }

        Assert.Equal(0, await app.ReadAsync("North", db => db.BillLines.CountAsync(line => line.Item == "Smuggled")));
        Assert.Equal(ShoppingState.Bought, (await app.ItemAsync(foreign, "South")).State);
        Assert.Equal("", (await FormAsync(foreign, upstairs, needed)).Value("Input.Lines[0].Item") ?? "");
    }

    [Fact]
    public async Task One_thing_on_two_lines_is_refused()
    {
        var item = await app.NeedAsync("Twice", boughtBy: Cast.Member, price: 10);
        var answer = await (await FormAsync(item))
            .SubmitAsync(
                new()
                {
                    ["Input.Number"] = "TW-1",
                    ["Input.Lines[1].Item"] = "Twice again",
                    ["Input.Lines[1].Amount"] = "5",
                    ["Input.Lines[1].ShoppingItemId"] = $"{item}"
                });
        Assert.Contains("is on two lines", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ShoppingState.Bought, (await app.ItemAsync(item)).State);
    }
}
