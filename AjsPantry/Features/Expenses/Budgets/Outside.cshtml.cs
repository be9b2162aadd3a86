using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Budgets;

/// <summary>The bills on days that no budget covers, which no period's balance counts.</summary>
public sealed class OutsideModel(LedgerQuery ledgers, BudgetQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public string? P { get; set; }

    public PageOf<ListedBill> Bills { get; private set; } = null!;

    public OutsideSpent Sum { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(P) is not { } number)
            return NotFound();
        (_, Sum) = await ledgers.WithOutsideAsync(Floor.Id, Today, cancellationToken);
        Bills = await query.Outside(Floor.Id).PageAsync(number, cancellationToken);
        return Page();
    }
}
