using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.Expenses.Budgets;

/// <summary>The ledger of a floor: what it was given and what it spent, period by period.</summary>
public sealed class BudgetsModel(LedgerQuery query, ClosedMonths closed) : FloorPage
{
    public LedgerView Ledger { get; private set; } = null!;

    public OutsideSpent Outside { get; private set; } = null!;

    public bool MayManage => Person.May(Permission.ManageBudgets);

    public string Answer => Ledger switch
    {
        { Current: { } current } => BudgetWords.Left(current, Formats, Today.Year),
        { Periods.Count: 0 } => "No budget yet",
        _ => "No budget covers today",
    };

    public string Explanation => Ledger switch
    {
        { Current: { Closing: > 0 } current } =>
            $"{Formats.Money(current.PerDay(Today))} a day keeps {Floor.Name} within budget. Any balance, plus or minus, carries over.",
        { Current: { } over } => $"This budget ends on {Day(over.Budget.Until)}. The excess comes out of the next budget.",
        { Periods.Count: 0 } => "A budget is money for certain days. The bills of those days are taken from it.",
        _ => "Any balance, plus or minus, carries over to the next budget.",
    };

    private DateOnly? LastClosed { get; set; }

    /// <summary>Whether its days and money are held by a closed month, so that it can be looked at only.</summary>
    public bool IsKept(LedgerPeriod period) => ClosedMonthRules.IsKept(period.Budget.Until, LastClosed);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (Ledger, Outside) = await query.WithOutsideAsync(Floor.Id, Today, cancellationToken);
        LastClosed = MayManage ? await closed.LastAsync(Floor.Id, cancellationToken) : null;
    }
}
