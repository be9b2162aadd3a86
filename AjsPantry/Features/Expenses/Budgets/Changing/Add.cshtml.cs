using AjsPantry.Features.Expenses.Budgets.Ledgers;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Budgets.Changing;

public sealed class AddBudgetModel(LedgerQuery ledgers, SaveBudget handler) : BudgetForm
{
    /// <summary>Proposes what follows the newest budget: the same kind and amount from the day after it.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var last = (await ledgers.ReadAsync(Floor.Id, Today, cancellationToken)).Periods is [.., { } period] ? period.Budget : null;
        var from = last is not null && last.Until.AddMonths(1) > Today ? last.Until.AddDays(1) : new DateOnly(Today.Year, Today.Month, 1);
        Input = new()
        {
            Kind = $"{last?.Kind ?? BudgetKind.Month}",
            From = BudgetInput.Iso(from),
            Amount = last is null ? null : Written(last.Allocated),
            AlertAt = $"{(last is null ? Budget.UsualAlert : last.AlertAt)}",
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.AddAsync(Floor.Id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast =
            $"{Formats.Money(outcome.Value.Allocated)} is allocated for {BudgetWords.Range(outcome.Value.From, outcome.Value.Until, Today.Year)}.";
        return ToPage("/Expenses/Budgets/Index");
    }
}
