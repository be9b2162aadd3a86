using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Budgets.Changing;
using AjsPantry.Features.Expenses.MonthEnd;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// A year of bills of a floor, and a budget for each month but the first, with what was spent in mind. All months but the last two are
/// closed, which makes their reports, and confirmed; one waits for that, and one is to be closed.
/// </summary>
/// <param name="seed">Another one for each floor.</param>
internal sealed class DemoExpenses(DemoStage stage, DemoFloor floor, int seed)
{
    private const int Months = 12;

    /// <summary>Budgets are round sums.</summary>
    private const decimal Step = 1000;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var present = new DateOnly(stage.Today.Year, stage.Today.Month, 1);
        var first = present.AddMonths(-Months);
        var bills = new DemoBills(floor.View.Number, seed).Between(first, stage.Today.AddDays(-1)).ToLookup(bill => MonthOf(bill.Date));
        for (var month = first; month <= present; month = month.AddMonths(1))
        {
            if (month > first)
                await AllocateAsync(month, AmountOf(month, present, bills), month == present ? "Demo data" : null, cancellationToken);
            foreach (var bill in bills[month])
                await RecordAsync(bill, cancellationToken);
            if (month <= present.AddMonths(-2))
                await CloseAsync(month, confirmed: month < present.AddMonths(-2), cancellationToken);
        }
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>
    /// A running month is given what the three before took; of the others some had a little too much and some too little.
    /// </summary>
    private static decimal AmountOf(DateOnly month, DateOnly present, ILookup<DateOnly, DemoBill> bills)
    {
        var spent = month == present ? Enumerable.Range(1, 3).Sum(back => bills[month.AddMonths(-back)].Sum(bill => bill.Total)) / 3
            : bills[month].Sum(bill => bill.Total);
        return Math.Max(Step, Math.Ceiling(spent / Step) * Step - (month.Month % 4 == 0 ? Step : 0));
    }

    private Task<Budget> AllocateAsync(DateOnly month, decimal amount, string? notes, CancellationToken cancellationToken)
    {
        var input = new BudgetInput
        {
            Kind = nameof(BudgetKind.Month),
            From = DemoText.Of(month),
            Amount = DemoText.Of(amount),
            Notes = notes,
        };
        return stage.DoAsync(floor.Head, stage.At(month, 10, 30), input,
            (SaveBudget budgets) => budgets.AddAsync(floor.Id, input, cancellationToken));
    }

    /// <summary>On the evening of its day.</summary>
    private Task<Bill> RecordAsync(DemoBill bill, CancellationToken cancellationToken)
    {
        var input = bill.ToInput();
        return stage.DoAsync(floor.Head, stage.At(bill.Date, 18), input, (RecordBill bills) => bills.HandleAsync(
            floor.Id, input.SubmissionId, input.ToDraft(floor.Head.Person.Tenant.Culture), false, cancellationToken));
    }

    /// <summary>On the second day of the next month.</summary>
    private async Task CloseAsync(DateOnly month, bool confirmed, CancellationToken cancellationToken)
    {
        var day = month.AddMonths(1).AddDays(1);
        var closed = await stage.DoAsync(floor.Head, stage.At(day, 11), null,
            (CloseMonth months) => months.HandleAsync(floor.View, month, cancellationToken));
        if (confirmed)
            await stage.ChangeAsync(floor.Admin, stage.At(day, 16), null,
                (ConfirmClosing months) => months.HandleAsync(floor.Id, closed.Closing.Id, cancellationToken));
    }
}
