namespace AjsPantry.Features.Expenses.Budgets.Ledgers;

/// <summary>
/// What a closed month means for budgets: each day until its end stays in the budget it was in, or in none, and a budget that ended by
/// then keeps its money. One that goes on into an open month may still be given more or less, or another last day.
/// </summary>
public static class ClosedDays
{
    /// <param name="before">The budget as it is; null for a new one.</param>
    /// <param name="after">The budget as it is to be; null when it is withdrawn.</param>
    /// <param name="last">The first day of the last closed month; null when none is closed.</param>
    /// <returns>Whether a closed month would not be as it was.</returns>
    public static bool AreTouched(BudgetDays? before, BudgetDays? after, DateOnly? last)
    {
        if (last is not { } month)
            return false;
        var end = month.AddMonths(1).AddDays(-1);
        return Within(before, end) != Within(after, end)
            || (before is not null && before.Until <= end && before.Allocated != after?.Allocated);
    }

    /// <summary>The days that a budget has until then; null when it has none.</summary>
    private static (DateOnly From, DateOnly Until)? Within(BudgetDays? budget, DateOnly end) =>
        budget is null || budget.From > end ? null : (budget.From, new[] { budget.Until, end }.Min());
}

/// <param name="Until">The last day, included.</param>
public sealed record BudgetDays(DateOnly From, DateOnly Until, decimal Allocated);
