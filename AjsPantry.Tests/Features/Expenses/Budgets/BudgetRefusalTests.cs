using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Budgets.Changing;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Budgets;

/// <summary>Budgets that somebody else took back, or whose month somebody closed, since the form was opened.</summary>
public sealed class BudgetRefusalTests(MeanwhileApp app) : IClassFixture<MeanwhileApp>
{
    [Fact]
    public async Task A_budget_that_is_taken_back_in_the_same_moment_is_not_changed()
    {
        var floor = await app.FloorAsync("North", 1);
        var id = await app.AllocateAsync(floor, 500, ClosedMonthActs.March, new(2026, 3, 31));
        var form = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/budgets/{id}/edit?floor=1");
        WithdrawBudget.Input why = new() { Reason = "Never paid out" };
        Task WithdrawAsync() => app.ActingAsync(Cast.Head, services =>
            services.GetRequiredService<WithdrawBudget.Handler>().HandleAsync(floor.Id, id, why, CancellationToken.None));
        app.Meanwhile.Before("pg_advisory_xact_lock", WithdrawAsync);
        var answer = await form.SubmitAsync(new() { ["Input.Amount"] = "600" });
        Assert.True(app.Meanwhile.IsOver);
        Assert.Contains("This budget was withdrawn and can no longer be changed.", answer.Text, StringComparison.Ordinal);
        var budget = await app.ReadAsync("North", db => db.Budgets.AsNoTracking().SingleAsync(budget => budget.Id == id));
        Assert.Equal((500m, "Never paid out"), (budget.Allocated, budget.WithdrawReason));
        Assert.Equal(404, (await form.SubmitAsync(new() { ["Input.Amount"] = "600" })).Status);
    }

    [Fact]
    public async Task A_budget_of_a_month_that_was_closed_meanwhile_is_not_taken_back()
    {
        var floor = await app.FloorAsync("North", 1);
        var id = await app.AllocateAsync(floor, 500, ClosedMonthActs.February, new(2026, 2, 28));
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/budgets/{id}/withdraw");
        await app.CloseAsync(floor, ClosedMonthActs.February);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await form.SubmitAsync(new() { ["Input.Reason"] = "Never paid out" });
        Assert.Equal(
            ["Input_Reason: February 2026 is closed, so budgets up to its end cannot change. Ask an admin to reopen it."],
            answer.Errors.Select(error => error.Replace('\u00a0', ' ')));
        Assert.Equal("Never paid out", answer.Value("Input.Reason"));
        Assert.Empty(await before.ChangesAsync());
    }
}
