using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Budgets.Ledgers;

/// <summary>A period with its four figures, as every ledger shows it.</summary>
public sealed record PeriodView(LedgerPeriod Period, DateOnly Today, Formats Formats)
{
    /// <summary>What the last figure is called: the money of days to come is left, that of past ones was.</summary>
    public string Result => Period.Budget.Until < Today ? "Left at the end" : "Left";

    public string Spent => Period.Budget.Until < Today ? "Spent" : "Spent so far";

    /// <summary>With its sign in front, since it is added.</summary>
    public string Allocated => "+" + Formats.Money(Period.Budget.Allocated);
}
