using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Budgets.Changing;
using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Budgets;

public sealed class BudgetAlertTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly March = ClosedMonthActs.March, LastOfMarch = new(2026, 3, 31);

    private Task<string[]> ToldAsync(Guid budget) => app.ToldAsync(budget);

    private Task<Guid> RecordAsync(FloorView floor, decimal amount, DateOnly? date = null) =>
        app.RecordAsync("North", floor.Number, BillActs.One(amount, $"A-{Guid.NewGuid():N}", date: date));

    [Fact]
    public async Task Heads_of_the_floor_and_admins_are_told_once_when_the_share_is_reached()
    {
        var floor = await app.FloorAsync("North", 1);
        var budget = await app.AllocateAsync(floor, 1000, March, LastOfMarch, alertAt: 80);
        await RecordAsync(floor, 799.99m);
        Assert.Empty(await ToldAsync(budget));
        await RecordAsync(floor, 0.01m);
        Assert.Equal(["N-admin", "N1-head"], await ToldAsync(budget));
        var inbox = await (await app.SignInAsync(Cast.Head)).GetAsync("/inbox");
        Assert.Contains("Floor 1 has spent 80% of its budget", inbox.Text, StringComparison.Ordinal);
        Assert.Contains("₹800.00 of ₹1,000.00 spent. ₹200.00 left until Tue 31 Mar.", inbox.Text, StringComparison.Ordinal);

        var bill = await app.RecordAsync("North", 1, BillActs.One(500, "over"));
        await app.ActingAsync(Cast.Admin,
            services => services.GetRequiredService<VoidBill.Handler>().HandleAsync(floor.Id, bill, "Twice", CancellationToken.None));
        await RecordAsync(floor, 500);
        // Once at the mark and once when all was spent.
        Assert.Equal(["N-admin", "N-admin", "N1-head", "N1-head"], await ToldAsync(budget));
    }

    [Fact]
    public async Task When_all_is_spent_it_is_told_too_and_both_at_once_are_one()
    {
        var stepped = await app.NewFloorAsync();
        var jumped = await app.NewFloorAsync();
        var budget = await app.AllocateAsync(stepped, 100, March, LastOfMarch, alertAt: 80);
        await RecordAsync(stepped, 80);
        await RecordAsync(stepped, 20);
        await RecordAsync(stepped, 5);
        Assert.Equal([$"Floor {stepped.Number} has spent 80% of its budget", $"Floor {stepped.Number} has spent all of its budget"],
            await TitlesAsync(budget));
        var other = await app.AllocateAsync(jumped, 100, March, LastOfMarch, alertAt: 80);
        var bill = await RecordAsync(jumped, 110);
        await app.ActingAsync(Cast.Head,
            services => services.GetRequiredService<VoidBill.Handler>().HandleAsync(jumped.Id, bill, "Twice", CancellationToken.None));
        await RecordAsync(jumped, 85);
        Assert.Equal([$"Floor {jumped.Number} is over its budget by ₹10.00"], await TitlesAsync(other));
    }

    [Fact]
    public async Task After_the_amount_or_the_mark_was_changed_it_is_told_again()
    {
        var floor = await app.NewFloorAsync();
        var budget = await app.AllocateAsync(floor, 100, March, LastOfMarch, alertAt: 50);
        await RecordAsync(floor, 60);
        Assert.Single(await ToldAsync(budget));
        await ChangeAsync(floor, budget, 100, 55);
        Assert.Equal(2, (await ToldAsync(budget)).Length);
        await ChangeAsync(floor, budget, 105, 55);
        Assert.Equal(3, (await ToldAsync(budget)).Length);
        await ChangeAsync(floor, budget, 1000, 55);
        await RecordAsync(floor, 10);
        Assert.Equal(3, (await ToldAsync(budget)).Length);
    }

    private async Task ChangeAsync(FloorView floor, Guid budget, decimal amount, int mark)
    {
        var version = await app.ReadAsync(
            "North", db => db.Budgets.Where(row => row.Id == budget).Select(row => row.Version).SingleAsync());
        await app.ActingAsync(Cast.Head,
            services => services.GetRequiredService<SaveBudget>()
                .ChangeAsync(floor.Id, budget, ClosedMonthActs.Budget(amount, March, LastOfMarch, mark, version), CancellationToken.None));
    }

    private async Task<string[]> TitlesAsync(Guid budget) =>
        [.. (await app.ReadAsync("North",
            db => db.Notices.Where(notice => notice.SubjectId == budget).OrderBy(notice => notice.Id).Select(notice => notice.Title)
                .ToListAsync())).Select(title => title.Replace('\u00a0', ' '))];

    [Fact]
    public async Task Nobody_is_told_of_what_they_did_and_the_others_only_once()
    {
        var floor = await app.FloorAsync("North", 2);
        var budget = await app.AllocateAsync(floor, 100, March, LastOfMarch, alertAt: 50);
        var head = await app.SignInAsync(Cast.OtherFloorHead);
        Assert.Equal(302, (await head.RecordAsync(BillActs.One(60, "half").Typed())).Status);
        Assert.Equal(["N-admin"], await ToldAsync(budget));
        await RecordAsync(floor, 10);
        Assert.Equal(["N-admin"], await ToldAsync(budget));
    }

    [Fact]
    public async Task A_smaller_budget_an_edited_bill_and_a_debt_reach_the_share_too()
    {
        var lowered = await app.NewFloorAsync();
        var edited = await app.NewFloorAsync();
        var indebted = await app.NewFloorAsync();
        var budget = await app.AllocateAsync(lowered, 1000, March, LastOfMarch, alertAt: 80);
        await RecordAsync(lowered, 100);
        var version = await app.ReadAsync(
            "North", db => db.Budgets.Where(row => row.Id == budget).Select(row => row.Version).SingleAsync());
        await app.ActingAsync(Cast.Head,
            services => services.GetRequiredService<SaveBudget>()
                .ChangeAsync(lowered.Id, budget, ClosedMonthActs.Budget(120, March, LastOfMarch, 80, version), CancellationToken.None));
        Assert.Equal(["N-admin"], await ToldAsync(budget));

        var second = await app.AllocateAsync(edited, 1000, March, LastOfMarch, alertAt: 80);
        var bill = await app.RecordAsync("North", edited.Number, BillActs.One(10, "grows"));
        await app.ActingAsync(Cast.Head, async services =>
        {
            var handler = services.GetRequiredService<EditBill>();
            var found = await handler.FindAsync(edited.Id, bill, CancellationToken.None);
            return await handler.HandleAsync(found!, found!.Version, BillActs.One(900, "grows"), true, CancellationToken.None);
        });
        Assert.Equal(["N-admin"], await ToldAsync(second));

        await app.AllocateAsync(indebted, 100, ClosedMonthActs.February, ClosedMonthActs.February.AddDays(27), alertAt: null);
        var third = await app.AllocateAsync(indebted, 1000, March, LastOfMarch, alertAt: 80);
        await RecordAsync(indebted, 1, March);
        await RecordAsync(indebted, 1099, ClosedMonthActs.February);
        Assert.Equal(["N-admin"], await ToldAsync(third));
    }

    [Fact]
    public async Task Without_a_share_and_for_days_that_are_past_nobody_is_told()
    {
        var quiet = await app.NewFloorAsync();
        var past = await app.NewFloorAsync();
        var budget = await app.AllocateAsync(quiet, 100, March, LastOfMarch, alertAt: null);
        await RecordAsync(quiet, 500);
        var ended = await app.AllocateAsync(past, 100, ClosedMonthActs.February, ClosedMonthActs.February.AddDays(27), alertAt: 50);
        await RecordAsync(past, 500, ClosedMonthActs.February);
        Assert.Empty(await ToldAsync(budget));
        Assert.Empty(await ToldAsync(ended));
    }

    [Fact]
    public async Task Bills_that_reach_the_share_only_together_are_told_of_when_they_come_at_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var floor = await app.NewFloorAsync();
            var budget = await app.AllocateAsync(floor, 100, March, LastOfMarch, alertAt: 80);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RecordAsync(floor, 20.01m)));
            Assert.Equal(["N-admin"], await ToldAsync(budget));
        }
    }
}
