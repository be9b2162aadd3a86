using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Expenses.Receipts;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Bills.Recording;

/// <summary>What happens to bills, their receipts and their reports when it is too late or too early.</summary>
public sealed class BillRefusalTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task What_takes_another_bill_back_is_not_changed()
    {
        var floor = await app.FloorAsync("North", 1);
        var bill = await app.RecordAsync("North", 1, BillActs.One(40, "WRONG", date: ClosedMonthActs.February));
        await app.CloseAsync(floor, ClosedMonthActs.February);
        var reversal = await app.ReverseAsync(floor, bill);
        var head = await app.SignInAsync(Cast.Head);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await head.PostAsync(
            $"/expenses/bill/{reversal}/edit", BillActs.One(50, "CHANGED", date: ClosedMonthActs.March).Typed());
        const string Sentence = "This is a reversal and cannot be changed. Void it, then reverse the other bill again.";
        Assert.Contains(Sentence, answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_receipt_stays_when_its_month_was_closed_since_the_form_was_opened()
    {
        var receipt = await app.AddReceiptAsync(await app.RecordAsync("North", 1, BillActs.One(40, date: ClosedMonthActs.February)));
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/receipt/{receipt}/remove");
        await app.CloseAsync(await app.FloorAsync("North", 1), ClosedMonthActs.February);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await form.SubmitAsync(new() { ["Input.Reason"] = "Another shop's" });
        Assert.Equal(
            ["Input_Reason: February 2026 is closed, so receipts up to its end cannot be removed. You can still add one."],
            answer.Errors.Select(error => error.Replace('\u00a0', ' ')));
        Assert.Equal("Another shop's", answer.Value("Input.Reason"));
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_month_that_has_not_begun_gets_no_report()
    {
        var floor = await app.FloorAsync("North", 1);
        var before = await Rows.ReadAsync(app.Database);
        var outcome = await app.InTenantAsync("North", async services =>
        {
            var make = services.GetRequiredService<MakeReport>();
            return await make.HandleAsync(floor, new DateOnly(2026, 4, 1), CancellationToken.None);
        });
        Assert.Equal("April 2026 has not begun yet.", Assert.Single(outcome.Messages).Text.Replace('\u00a0', ' '));
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).PostAsync("/expenses/report?month=2026-04")).Status);
        Assert.Empty(await before.ChangesAsync());
    }

    [Theory]
    [InlineData("999")]
    [InlineData("Jewellery")]
    public async Task A_category_that_there_is_not_is_none_and_is_guessed(string typed)
    {
        var head = await app.SignInAsync(Cast.Head);
        var answer = await head.RecordAsync(BillFormDriver.But("Lines[0].Category", typed, BillActs.One(40, item: "Toor dal")));
        Assert.Equal((302, Category.Grains), (answer.Status, (await app.LatestBillAsync()).Lines[0].Category));
    }
}
