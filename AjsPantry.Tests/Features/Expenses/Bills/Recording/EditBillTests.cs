using AjsPantry.Features.Expenses.Bills.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Bills.Recording;

public sealed class EditBillTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static int _number;

    private static readonly BillDraft Three = new("", TestClock.Today, "", 0, 0,
        [BillActs.Line("Atta", 1, "kg", 50), BillActs.Line("Milk", 2, "ltr", 60), BillActs.Line("Salt", 1, "pkt", 20)]);

    /// <summary>A bill of three lines from a shop of its own, recorded a while ago.</summary>
    private async Task<Guid> RecordAsync()
    {
        var id = await app.RecordAsync("North", 1, Three with { Number = "ED-1", Shop = $"Shop {++_number}" });
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        return id;
    }

    private async Task<WebPage> FormAsync(Guid id, Person? person = null) =>
        await (await app.SignInAsync(person ?? Cast.Head)).GetAsync($"/expenses/bill/{id}/edit");

    [Fact]
    public async Task The_form_shows_the_bill_as_it_is()
    {
        var id = await app.RecordAsync("North", 1, BillActs.DMart);
        var form = await FormAsync(id);
        foreach (var (name, value) in BillActs.DMart.Typed().Where(entry => !entry.Key.EndsWith("Category", StringComparison.Ordinal)))
            Assert.Equal(WithoutEmptyDecimals(value), form.Value(name) ?? "");
    }

    /// <summary>Whole amounts stand in a form as people write them.</summary>
    private static string WithoutEmptyDecimals(string value) => value.EndsWith(".00", StringComparison.Ordinal) ? value[..^3] : value;

    [Fact]
    public async Task Lines_are_added_removed_and_put_in_another_order()
    {
        var id = await RecordAsync();
        var lines = new[] { BillActs.Line("Salt", 1, "pkt", 20), BillActs.Line("Atta", 1, "kg", 55.5m), BillActs.Line("Rice", 5, "kg", 300),
            BillActs.Line("Curd", 1, "pcs", 30) };
        Assert.Equal(302,
            (await (await FormAsync(id))
                .SubmitAsync((Three with { Number = "ED-L", Shop = "Longer shop", Charges = 4.5m, Lines = lines }).Typed())).Status);
        var bill = await app.BillAsync("North", id);
        Assert.Equal(["Salt", "Atta", "Rice", "Curd"], bill.Lines.Select(line => line.Item));
        Assert.Equal((405.5m, 410m), (bill.LinesTotal, bill.Total));
        var fewer = await FormAsync(id);
        Assert.Equal(302,
            (await fewer.SubmitAsync(
                new()
                {
                    [BillFormDriver.Field(1, "Item")] = "",
                    [BillFormDriver.Field(1, "Quantity")] = "",
                    [BillFormDriver.Field(1, "Amount")] = ""
                })).Status);
        Assert.Equal(["Salt", "Rice", "Curd"], (await app.BillAsync("North", id)).Lines.Select(line => line.Item));
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_trail_with_before_and_after()
    {
        var id = await RecordAsync();
        await (await FormAsync(id)).SubmitAsync(new() { [BillFormDriver.Field(1, "Amount")] = "65" });
        var entries = await app.ReadAsync("North",
            db => db.AuditEntries.Where(entry => entry.Kind == "Changed").OrderByDescending(entry => entry.At).Take(2).ToListAsync());
        Assert.Equal(["Bill", "BillLine"], entries.Select(entry => entry.Thing).Order());
        var line = entries.Single(entry => entry.Thing == "BillLine");
        Assert.Equal(("{\"Amount\": 60.00}", "{\"Amount\": 65}"), (line.Before, line.After));
        Assert.Equal(Cast.Head.Name, line.ActorName);
    }

    [Fact]
    public async Task Nothing_changed_is_nothing_written()
    {
        var id = await RecordAsync();
        var bill = await app.BillAsync("North", id);
        var audit = await app.CountAuditAsync();
        Assert.Equal(302, (await (await FormAsync(id)).SubmitAsync([])).Status);
        var after = await app.BillAsync("North", id);
        Assert.Equal((bill.Version, bill.ChangedAt, audit), (after.Version, after.ChangedAt, await app.CountAuditAsync()));
    }

    [Fact]
    public async Task A_mistake_leaves_the_bill_alone_and_the_typing_in_the_form()
    {
        var id = await RecordAsync();
        var answer = await (await FormAsync(id)).SubmitAsync(new() { ["Input.Shop"] = "", [BillFormDriver.Field(2, "Amount")] = "30" });
        Assert.Equal((200, "30"), (answer.Status, answer.Value(BillFormDriver.Field(2, "Amount"))));
        Assert.Equal(["Input_Shop: Write the shop's name."], answer.Errors);
        Assert.Equal(130, (await app.BillAsync("North", id)).Total);
    }

    [Fact]
    public async Task The_second_of_two_heads_sees_what_the_first_saved_keeps_the_typing_and_may_still_win()
    {
        var id = await RecordAsync();
        var first = await FormAsync(id);
        var second = await FormAsync(id, Cast.Admin);
        Assert.Equal(
            302, (await first.SubmitAsync(new() { [BillFormDriver.Field(0, "Amount")] = "51", ["Input.Shop"] = "Theirs" })).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var told = await second.SubmitAsync(
            new() { [BillFormDriver.Field(0, "Amount")] = "52", [BillFormDriver.Field(1, "Item")] = "Buttermilk" });
        Assert.Equal((200, "Someone else changed this bill"), (told.Status, told.Answer));
        var theirs = told.Document.QuerySelector("[aria-labelledby=theirs]")!.TextContent;
        Assert.Contains("₹51.00", theirs, StringComparison.Ordinal);
        Assert.Contains("Theirs", theirs, StringComparison.Ordinal);
        Assert.Equal(("52", "Buttermilk", $"Shop {_number}"),
            (told.Value(BillFormDriver.Field(0, "Amount")), told.Value(BillFormDriver.Field(1, "Item")), told.Value("Input.Shop")));
        Assert.Equal(131, (await app.BillAsync("North", id)).Total);
        var keep = told.Document.QuerySelector("[aria-labelledby=theirs] a")!.GetAttribute("href")!;
        Assert.Contains("₹131.00", (await (await app.SignInAsync(Cast.Admin)).GetAsync(keep)).Answer, StringComparison.Ordinal);

        Assert.Equal(302, (await told.SubmitAsync([])).Status);
        var bill = await app.BillAsync("North", id);
        Assert.Equal((132m, $"Shop {_number}", "Buttermilk"), (bill.Total, bill.Shop, bill.Lines[1].Item));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(3)]
    [InlineData(1)]
    public async Task Two_who_save_in_the_same_moment_lose_nothing(int lines)
    {
        var id = await RecordAsync();
        var outcome = await app.InTenantAsync("North", async services =>
        {
            var slow = services.GetRequiredService<EditBill>();
            var bill = (await slow.FindAsync((await app.FloorAsync("North", 1)).Id, id, CancellationToken.None))!;
            var version = bill.Version;
            Assert.Equal(302, (await (await FormAsync(id)).SubmitAsync(Longer(4, "QU").Typed())).Status);
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            return await slow.HandleAsync(bill, version, Longer(lines, "SL"), anotherBill: true, CancellationToken.None);
        });
        Assert.Equal([EditBill.Changed], outcome.Messages);
        Assert.Equal("QU", (await app.BillAsync("North", id)).Number);
    }

    [Fact]
    public async Task A_bill_voided_while_it_is_changed_stays_voided_as_it_was()
    {
        var id = await RecordAsync();
        var form = await FormAsync(id);
        await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{id}/void"))
            .SubmitAsync(new() { ["Input.Reason"] = "Twice" });
        var answer = await form.SubmitAsync(new() { ["Input.Shop"] = "Late" });
        Assert.Equal(200, answer.Status);
        Assert.Contains("This bill is voided and can no longer be changed.", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Late", answer.Value("Input.Shop"));
        Assert.Equal($"Shop {_number}", (await app.BillAsync("North", id)).Shop);
        Assert.Equal($"/expenses/bill/{id}", (await FormAsync(id)).Location);
    }

    [Fact]
    public async Task A_form_of_another_floor_or_tenant_finds_nothing_to_change()
    {
        var id = await RecordAsync();
        var unknown = Guid.CreateVersion7();
        var typed = BillActs.One(1, "X-1").Typed();
        foreach (var (person,
            bill) in new[] { (Cast.OtherFloorHead, id), (Cast.OtherTenantHead, id), (Cast.OtherTenantAdmin, id), (Cast.Head, unknown) })
            Assert.Equal(404, (await (await app.SignInAsync(person)).PostAsync($"/expenses/bill/{bill}/edit", typed)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).PostAsync($"/expenses/bill/{id}/edit?floor=2", typed)).Status);
        Assert.Equal(130, (await app.BillAsync("North", id)).Total);
    }

    [Fact]
    public async Task Another_bills_id_in_the_form_changes_neither()
    {
        var mine = await RecordAsync();
        var other = await app.RecordAsync("North", 2, BillActs.One(9, "OT-1"));
        await (await FormAsync(mine)).SubmitAsync(new() { ["Id"] = other.ToString(), ["Input.Shop"] = "Swapped" });
        Assert.Equal("Corner shop", (await app.BillAsync("North", other)).Shop);
    }

    private static BillDraft Longer(int lines, string number) => Three with
    {
        Number = number,
        Shop = $"{number} {_number}",
        Lines = [.. Enumerable.Range(1, lines).Select(at => BillActs.Line($"{number} {at}", at, "pcs", at * 10))],
    };
}
