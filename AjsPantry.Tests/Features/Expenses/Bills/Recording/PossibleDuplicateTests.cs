using AjsPantry.Features.Expenses.Bills.Recording;

namespace AjsPantry.Tests.Features.Expenses.Bills.Recording;

public sealed class PossibleDuplicateTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private async Task<WebPage> RecordAsync(BillDraft draft) => await (await app.SignInAsync(Cast.Head)).RecordAsync(draft.Typed());

    [Theory]
    [InlineData("Same number", "same shop A", "a-1", "2026-03-02", 99, true)]
    [InlineData("Same day and total", "Same shop B", "Z-9", "2026-03-01", 100, true)]
    [InlineData("Same day, another total", "Same shop C", "Z-9", "2026-03-01", 99, false)]
    [InlineData("Same total, another day", "Same shop D", "Z-9", "2026-03-02", 100, false)]
    [InlineData("All the same but the shop", "Another shop", "A-1", "2026-03-01", 100, false)]
    public async Task A_bill_that_looks_recorded_is_asked_about(
        string what, string shop, string number, string date, decimal amount, bool asks)
    {
        await app.RecordAsync("North", 1,
            BillActs.One(100, "A-1",
                shop.Replace("same", "Same", StringComparison.Ordinal).Replace("Another", "One", StringComparison.Ordinal), Day));
        var before = await app.CountBillsAsync();
        var answer = await RecordAsync(BillActs.One(amount, number, shop, DateOnly.Parse(date, null)));
        Assert.True(answer.Status == (asks ? 200 : 302), what);
        Assert.Equal(before + (asks ? 0 : 1), await app.CountBillsAsync());
        if (!asks)
            return;
        Assert.Contains("is already recorded. If this is another one, tick the box and save again.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(2, answer.Text.Split("is already recorded").Length);
        Assert.Equal(number, answer.Value("Input.Number"));
        Assert.Equal(302, (await answer.SubmitAsync(new() { ["Input.AnotherBill"] = "true" })).Status);
        Assert.Equal(before + 1, await app.CountBillsAsync());
    }

    [Fact]
    public async Task A_voided_bill_is_nobodys_twin()
    {
        var id = await app.RecordAsync("North", 1, BillActs.One(100, "V-1", "Voided shop", Day));
        await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{id}/void"))
            .SubmitAsync(new() { ["Input.Reason"] = "Typed wrongly" });
        Assert.Equal(302, (await RecordAsync(BillActs.One(100, "V-1", "Voided shop", Day))).Status);
    }

    [Fact]
    public async Task Bills_of_other_floors_and_tenants_are_nobodys_twins()
    {
        await app.RecordAsync("North", 2, BillActs.One(100, "O-1", "Shared shop", Day));
        await app.RecordAsync("South", 1, BillActs.One(100, "O-1", "Shared shop", Day));
        Assert.Equal(302, (await RecordAsync(BillActs.One(100, "O-1", "Shared shop", Day))).Status);
    }

    [Fact]
    public async Task A_changed_bill_is_no_twin_of_itself_but_of_others()
    {
        var head = await app.SignInAsync(Cast.Head);
        await app.RecordAsync("North", 1, BillActs.One(100, "E-1", "Edited shop", Day));
        var id = await app.RecordAsync("North", 1, BillActs.One(200, "E-2", "Edited shop", Day));
        Assert.Equal(
            302, (await (await head.GetAsync($"/expenses/bill/{id}/edit")).SubmitAsync(new() { ["Input.Lines[0].Item"] = "Curd" })).Status);
        var asked = await (await head.GetAsync($"/expenses/bill/{id}/edit")).SubmitAsync(new() { ["Input.Number"] = "E-1" });
        Assert.Contains("is already recorded", asked.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await asked.SubmitAsync(new() { ["Input.AnotherBill"] = "true" })).Status);
        Assert.Equal("E-1", (await app.BillAsync("North", id)).Number);
    }
}
