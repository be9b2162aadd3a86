using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Expenses.Receipts;
using AjsPantry.Tests.Features.Expenses.Reports.Custom;
using AjsPantry.Tests.Features.Fines;
using AjsPantry.Tests.Features.Loans;
using AjsPantry.Tests.Features.Procurement;

namespace AjsPantry.Tests.Journeys.Pages;

/// <summary>What is bought, lent and owed, and the homes.</summary>
public sealed class StatesOfMoneyTests(BrowserApp app) : StateTests(app)
{
    [Fact]
    public async Task Pages_that_nobody_has_signed_in_for_may_be_shipped()
    {
        var page = await App.OpenAsync();
        await JudgeAllAsync(page, [new("/sign-in", "sign-in with errors", "Sign in"), new("/join/nothing"), new("/nowhere")]);
    }

    [Fact]
    public async Task Pages_of_a_pantry_head_may_be_shipped()
    {
        var bill = $"/expenses/bill/{await HeadsBooksAsync()}";
        var page = await App.OpenAsAsync(Cast.Head);
        await JudgeAllAsync(page,
        [
            new("/"), new("/expenses?month=2025-07"), new("/expenses?month=2025-12"),
            new("/expenses/record", "record with errors", "Save the bill"),
            new(bill), new($"{bill}/void", "void with errors", "Void the bill"),
            new("/expenses/reports?year=2025"), new("/expenses/reports?year=2024"),
            new("/expenses/report?month=2025-07"), new("/expenses/report?month=2026-03"), new("/expenses/report?month=2025-12"),
            new("/nowhere"),
            new("/account/password"), new("/account/password", "change password with errors", "Change password"),
            new("/account/two-step"), new("/account/two-step/set-up"), new("/account/security"),
        ]);
    }

    [Fact]
    public async Task Pages_of_receipts_and_chosen_reports_may_be_shipped()
    {
        var bill = await App.RecordAsync("North", 1, BillActs.DMart with { Number = "R", Date = new DateOnly(2026, 3, 3) });
        await App.AddReceiptAsync(bill, content: Uploads.Photo(600, 900));
        var pdf = await App.AddReceiptAsync(bill, "A rather long name of a paper that somebody scanned.pdf", Uploads.Pdf(2));
        var choice = "/expenses/reports/choose/bills?from=2026-03-01&until=2026-03-31&title=For+the+office&budget=1900";
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Head),
        [
            new($"/expenses/bill/{bill}"), new($"/expenses/bill/{bill}/receipts"),
            new($"/expenses/bill/{bill}/receipts", "receipts with errors", "Add to the bill"),
            new($"/expenses/receipt/{pdf}/remove"), new($"/expenses/receipt/{pdf}/remove", "remove with errors", "Remove the receipt"),
            new("/expenses?month=2026-03"),
            new(choice), new("/expenses/reports/choose/bills?from=2001-03-01&until=2001-03-31&title=Nothing"),
            new($"/expenses/reports/chosen/{await App.ChosenAsync("For the office", 1900)}"), new("/expenses/reports?year=2026"),
        ]);
    }

    [Fact]
    public async Task Pages_of_budgets_and_closed_months_may_be_shipped()
    {
        var floor = await App.NewFloorAsync();
        var february = ClosedMonthActs.February;
        var at = $"floor={floor.Number}";
        var budget = $"/expenses/budgets/{await App.AllocateAsync(floor, 19000, february, new(2026, 2, 28))}";
        var current = $"/expenses/budgets/{await App.AllocateAsync(floor, 1900, ClosedMonthActs.March, new(2026, 3, 31), 50)}";
        await App.RecordAsync("North", floor.Number, BillActs.One(50, "OUT-1", date: ClosedMonthActs.January));
        await App.RecordAsync("North", floor.Number, BillActs.One(1200.50m, "IN-1", "Dairy", ClosedMonthActs.March.AddDays(3)));
        var kept =
            $"/expenses/bill/{await App.RecordAsync("North", floor.Number, BillActs.DMart with { Number = "KEPT-1", Date = february })}";
        var back = await App.RecordAsync("North", floor.Number, BillActs.One(88.50m, "BACK-1", date: february));
        await App.ReopenAsync(floor, await App.CloseAsync(floor, ClosedMonthActs.January));
        await App.CloseAsync(floor, ClosedMonthActs.January);
        var closing = $"/expenses/closing/{await App.CloseAsync(floor, february)}";
        var reversal = $"/expenses/bill/{await App.ReverseAsync(floor, back)}";
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Admin),
        [
            new($"/expenses?{at}"), new($"/expenses?month=2026-02&{at}"), new($"/expenses/budgets?{at}"), new("/expenses/budgets?floor=2"),
            new($"/expenses/budgets/outside?{at}"), new("/expenses/budgets/outside?floor=2"),
            new($"/expenses/budgets/add?{at}"), new($"/expenses/budgets/add?{at}", "allocate with errors", "Allocate money"),
            new($"{current}/edit?{at}"), new($"{budget}/withdraw?{at}"),
            new($"{current}/withdraw?{at}", "withdraw with errors", "Withdraw the budget"),
            new($"/expenses/closing?month=2026-02&{at}"), new($"/expenses/closing?month=2026-01&{at}"),
            new($"/expenses/closing?month=2026-03&{at}"), new($"{closing}/reopen?{at}"),
            new($"{closing}/reopen?{at}", "reopen with errors", "Reopen the month"),
            new($"{kept}?{at}"), new($"{kept}/reverse?{at}"), new($"{kept}/reverse?{at}", "reverse with errors", "Reverse the bill"),
            new($"{reversal}?{at}"), new($"/expenses/bill/{back}?{at}"),
        ]);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Member), [new("/expenses/budgets")]);
    }

    [Fact]
    public async Task Pages_of_loans_and_fines_may_be_shipped()
    {
        var offered =
            $"/loans/{await App.LoanAsync("A big pressure cooker with a lid that sticks a little", state: AjsPantry.Features.Loans.LoanState.Offered, quantity: 1, unit: "pcs", due: new DateOnly(2026, 3, 20))}";
        var mine = await App.LoanAsync("Basmati rice", due: new DateOnly(2026, 3, 10));
        var theirs = await App.LoanAsync("For the gas", lender: 2, quantity: 1234567.50m, unit: null);
        var part = $"/loans/returns/{await App.ReturnAsync(mine)}";
        var open = $"/fines/{await App.FineAsync("Morning tea was not made, and nobody was asked to swap")}";
        var paid = $"/fines/{await App.FineAsync("Plates in the sink", state: AjsPantry.Features.Fines.FineState.Paid)}";
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Head),
        [
            new("/loans?show=waiting"), new("/loans?show=ended"), new("/loans/add", "lend with errors", "Record the loan"), new(offered),
            new($"{offered}/take-back", "withdraw with errors", "Withdraw the loan"),
            new($"/loans/{mine}"), new(part), new(part, "answer with errors", "Not received"), new($"/loans/{theirs}"),
            new($"/loans/{theirs}/return"),
            new("/fines?show=all"), new("/fines?show=waived"), new("/fines/add", "fine with errors", "Record the fine"), new(open),
            new($"{open}/settle", "settle with errors", "Waive it"), new(paid),
        ]);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Member), [new(open)]);
        await JudgeAllAsync(
            await App.OpenAsAsync(Cast.Admin), [new("/loans?floor=2"), new($"{offered}/answer?floor=2"), new("/fines?floor=1")]);
    }

    [Fact]
    public async Task Pages_of_shopping_may_be_shipped()
    {
        var open = $"/shopping/{await App.NeedAsync("Paneer")}";
        var bought = $"/shopping/{await App.NeedAsync("Potato", boughtBy: Cast.Member, price: 80)}";
        await App.NeedAsync("Sugar", assignee: Cast.Member);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Member), [new(open), new(bought)]);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Head),
        [
            new("/shopping/bought", "several with errors", "Save"), new("/shopping/add", "add with errors", "Add to the list"), new(open),
            new($"{open}/cancel", "cancel with errors", "Remove"), new(bought),
        ]);
    }

    [Fact]
    public async Task Pages_of_a_member_and_a_tea_manager_may_be_shipped()
    {
        var bill = $"/expenses/bill/{await HeadsBooksAsync()}";
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Member), [new("/"), new("/expenses?month=2025-07"), new(bill)]);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.TeaManager), [new("/")]);
    }

    [Fact]
    public async Task Pages_of_an_admin_and_an_operator_may_be_shipped()
    {
        await HeadsBooksAsync();
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Admin),
            [new("/"), new("/expenses?floor=2"), new("/expenses/record?floor=2"), new("/expenses/reports?floor=1&year=2025")]);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Operator), [new("/platform")]);
    }
}
