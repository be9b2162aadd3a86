using AjsPantry.Features.Shared.Forms;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Budgets.Changing;

public sealed class WithdrawBudgetModel(BudgetQuery query, WithdrawBudget.Handler handler) : FloorPage, IReasonForm
{
    [BindProperty]
    public WithdrawBudget.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => Budgets.Budget.LongestReason;

    public BudgetView Budget { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(Floor.Id, id, cancellationToken) is not { } budget)
            return NotFound();
        Budget = budget;
        return budget.IsWithdrawn ? ToPage("/Expenses/Budgets/Index") : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await OnGetAsync(id, cancellationToken);
        if (await handler.HandleAsync(Floor.Id, id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await OnGetAsync(id, cancellationToken);
        Toast = "The budget is withdrawn. You can allocate its days again.";
        return ToPage("/Expenses/Budgets/Index");
    }
}
