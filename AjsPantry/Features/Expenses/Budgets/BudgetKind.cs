namespace AjsPantry.Features.Expenses.Budgets;

/// <summary>How long a budget usually lasts; the form proposes its last day by it.</summary>
public enum BudgetKind
{
    Week,
    Fortnight,
    Month,
    Other,
}
