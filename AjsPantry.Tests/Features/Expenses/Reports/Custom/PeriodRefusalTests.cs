using AjsPantry.Features.Expenses.Budgets.Changing;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Reports.Custom;

/// <summary>Months and budget periods that the first step does not offer.</summary>
public sealed class PeriodRefusalTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2026-04")]
    [InlineData("1999-12")]
    public async Task A_month_that_is_none_or_is_not_offered_is_refused(string month) =>
        Assert.Contains("Input_Month: Choose a month from the list.", (await ChooseAsync("month", "Month", month)).Errors);

    [Fact]
    public async Task A_period_of_another_floor_or_of_none_is_refused()
    {
        await app.AllocateAsync(await app.FloorAsync("North", 1), 500, ClosedMonthActs.February, new(2026, 2, 28));
        await app.AllocateAsync(await app.FloorAsync("North", 2), 500, ClosedMonthActs.January, new(2026, 1, 31));
        foreach (var day in (string[])["", "soon", "2026-01-01", "2026-02-02"])
            Assert.Contains("Input_Budget: Choose a period from the list.", (await ChooseAsync("budget", "Budget", day)).Errors);
        var chosen = await ChooseAsync("budget", "Budget", "2026-02-01");
        Assert.Contains("from=2026-02-01&until=2026-02-28", chosen.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_was_the_only_one_and_is_taken_back_meanwhile_is_refused_in_words()
    {
        var floor = await app.FloorAsync("North", 1);
        var budget = await app.AllocateAsync(floor, 500, ClosedMonthActs.February, new(2026, 2, 28));
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync("/expenses/reports/choose");
        WithdrawBudget.Input why = new() { Reason = "Never paid out" };
        await app.ActingAsync(Cast.Head, services =>
            services.GetRequiredService<WithdrawBudget.Handler>().HandleAsync(floor.Id, budget, why, CancellationToken.None));
        var answer = await form.SubmitAsync(new() { ["Input.By"] = "budget", ["Input.Budget"] = "2026-02-01" });
        Assert.Contains("Input_Budget: Choose a period from the list.", answer.Errors);
    }

    private async Task<WebPage> ChooseAsync(string by, string field, string typed)
    {
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync("/expenses/reports/choose");
        return await form.SubmitAsync(new() { ["Input.By"] = by, [$"Input.{field}"] = typed });
    }
}
