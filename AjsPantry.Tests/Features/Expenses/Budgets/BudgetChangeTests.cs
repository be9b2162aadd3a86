using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Expenses.Budgets;

/// <summary>Budgets that are there already: changed, withdrawn, and held by closed months.</summary>
public sealed class BudgetChangeTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly March = ClosedMonthActs.March, LastOfMarch = new(2026, 3, 31);

    private async Task<WebPage> FormAsync(int floor, string page = "add") =>
        await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/budgets/{page}?floor={floor}");

    private Task<Budget> BudgetAsync(Guid id) =>
        app.ReadAsync("North", db => db.Budgets.AsNoTracking().SingleAsync(budget => budget.Id == id));

    [Fact]
    public async Task A_changed_budget_moves_all_later_balances_and_is_in_the_audit_trail()
    {
        var floor = await app.NewFloorAsync();
        var budget = await app.AllocateAsync(floor, 500, ClosedMonthActs.February, new(2026, 2, 28));
        await app.AllocateAsync(floor, 100, March, LastOfMarch);
        var form = await FormAsync(floor.Number, $"{budget}/edit");
        Assert.Equal(
            ("500", "2026-02-01", "2026-02-28"), (form.Value("Input.Amount"), form.Value("Input.From"), form.Value("Input.Until")));
        var answer = await form.SubmitAsync(new() { ["Input.Amount"] = "800.50", ["Input.Notes"] = "One\r\ntwo" });
        Assert.Equal(302, answer.Status);
        Assert.Equal(900.50m, (await app.LedgerAsync(floor)).Current!.Closing);
        Assert.Equal("One\ntwo", (await BudgetAsync(budget)).Notes);
        var entry = await app.ReadAsync(
            "North", db => db.AuditEntries.Where(entry => entry.ThingId == budget).OrderByDescending(entry => entry.Id).FirstAsync());
        Assert.Contains("800.50", entry.After!, StringComparison.Ordinal);
        var audit = await app.CountAuditAsync();
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Amount"] = "800.50", ["Input.Notes"] = "One\r\ntwo" })).Status);
        Assert.Equal(audit, await app.CountAuditAsync());
    }

    [Fact]
    public async Task Of_two_who_change_one_the_second_sees_both()
    {
        var floor = await app.NewFloorAsync();
        var budget = await app.AllocateAsync(floor, 500, March, LastOfMarch);
        var first = await FormAsync(floor.Number, $"{budget}/edit");
        var second = await FormAsync(floor.Number, $"{budget}/edit");
        await first.SubmitAsync(new() { ["Input.Amount"] = "600" });
        var answer = await second.SubmitAsync(new() { ["Input.Amount"] = "700" });
        Assert.Equal((200, "700", "Someone else changed this budget"), (answer.Status, answer.Value("Input.Amount"), answer.Answer));
        Assert.Contains("They saved ₹600.00 for 1–31 Mar", answer.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
        Assert.Equal(700, (await BudgetAsync(budget)).Allocated);
    }

    [Fact]
    public async Task A_budget_taken_back_counts_no_more_and_frees_its_days()
    {
        var floor = await app.NewFloorAsync();
        var budget = await app.AllocateAsync(floor, 500, March, LastOfMarch);
        await app.RecordAsync("North", floor.Number, BillActs.One(40));
        var form = await FormAsync(floor.Number, $"{budget}/withdraw");
        Assert.Equal(
            ["Input_Reason: Write why you withdraw this budget."], (await form.SubmitAsync(new() { ["Input.Reason"] = " " })).Errors);
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Reason"] = "Never paid out" })).Status);
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Reason"] = "Again" })).Status);
        Assert.Equal("Never paid out", (await BudgetAsync(budget)).WithdrawReason);
        Assert.Empty((await app.LedgerAsync(floor)).Periods);
        Assert.Equal(new(40, 1), await app.OutsideAsync(floor));
        Assert.Equal(
            302, (await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/budgets/{budget}/withdraw?floor={floor.Number}")).Status);
        Assert.Equal(404, (await FormAsync(floor.Number, $"{budget}/edit")).Status);
        await app.AllocateAsync(floor, 1, March, LastOfMarch);
    }

    [Fact]
    public async Task What_a_closed_month_had_stays_and_what_goes_on_may_be_given_more()
    {
        var floor = await app.NewFloorAsync();
        var ended = await app.AllocateAsync(floor, 500, ClosedMonthActs.February, new(2026, 2, 14));
        var running = await app.AllocateAsync(floor, 900, new(2026, 2, 15), new(2026, 3, 20));
        await app.CloseAsync(floor, ClosedMonthActs.February);
        var refused = await (await FormAsync(floor.Number, $"{ended}/edit")).SubmitAsync(new() { ["Input.Amount"] = "501" });
        Assert.Equal(
            ["Input_From: February 2026 is closed, so budgets up to its end cannot change. Ask an admin to reopen it, or put the difference into a later budget."], refused.Errors);
        Assert.Equal("501", refused.Value("Input.Amount"));
        Assert.Equal(302,
            (await (await FormAsync(floor.Number, $"{ended}/edit")).SubmitAsync(new() { ["Input.Notes"] = "Words may change" })).Status);
        Assert.Equal(
            200, (await (await FormAsync(floor.Number, $"{ended}/withdraw")).SubmitAsync(new() { ["Input.Reason"] = "No" })).Status);
        Assert.Equal(302,
            (await (await FormAsync(floor.Number, $"{running}/edit"))
                .SubmitAsync(new() { ["Input.Amount"] = "950", ["Input.Until"] = "2026-03-31" })).Status);
        Assert.Equal(
            200, (await (await FormAsync(floor.Number, $"{running}/edit")).SubmitAsync(new() { ["Input.From"] = "2026-02-16" })).Status);
        Assert.Equal(
            200, (await (await FormAsync(floor.Number)).SubmitAsync(BudgetFormActs.Typed(from: "2026-01-01", until: "2026-02-01"))).Status);
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/budgets?floor={floor.Number}");
        Assert.Single(page.Document.QuerySelectorAll(".ledger a[href*='/edit']"));
    }
}
