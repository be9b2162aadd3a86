namespace AjsPantry.Features.Expenses.Budgets;

/// <summary>
/// What a closed month means for budgets: each of its days stays in the budget it was in, or in none, and a budget that ended in it
/// keeps its money. One that goes on into an open month may still be given more or less, or another last day.
/// </summary>
public static class ClosedDays
{
    /// <param name="before">The budget as it is; null for a new one.</param>
    /// <param name="after">The budget as it is to be; null when it is withdrawn.</param>
    /// <param name="closed">The first days of closed months.</param>
    /// <returns>The first month that stands in the way; null when none does.</returns>
    public static DateOnly? InTheWay(BudgetDays? before, BudgetDays? after, IEnumerable<DateOnly> closed) =>
        closed.Order().Select(month => (DateOnly?)month).FirstOrDefault(month =>
            Within(before, month!.Value) != Within(after, month.Value) || (EndsIn(before, month.Value) && before!.Allocated != after?.Allocated));

    /// <summary>The days that a budget has of a month; null when it has none.</summary>
    private static (DateOnly From, DateOnly Until)? Within(BudgetDays? budget, DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        return budget is null || budget.Until < month || budget.From > last ? null : (budget.From > month ? budget.From : month, budget.Until < last ? budget.Until : last);
    }

    private static bool EndsIn(BudgetDays? budget, DateOnly month) => budget is not null && budget.Until >= month && budget.Until < month.AddMonths(1);
}

/// <param name="Until">The last day, included.</param>
public sealed record BudgetDays(DateOnly From, DateOnly Until, decimal Allocated);
