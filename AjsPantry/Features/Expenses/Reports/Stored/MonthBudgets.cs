using AjsPantry.Features.Expenses.Reports.Monthly;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>What floors were given and spent, from which the budgets of any of their months follow.</summary>
public sealed class MonthBudgets(IEnumerable<PeriodMonths> periods)
{
    private readonly ILookup<Guid, PeriodMonths> _floors = periods.ToLookup(period => period.FloorId);

    public bool HasAny(Guid floorId) => _floors.Contains(floorId);

    /// <summary>What the first ones left is carried into the last. Null when no budget has a day of the month.</summary>
    public IReadOnlyList<ReportBudget>? Of(Guid floorId, DateOnly month)
    {
        var after = month.AddMonths(1);
        return ReportBudget.OfMonth(month, _floors[floorId].Where(period => period.From < after).Select(period => new ReportBudget(
            period.From, period.Until, 0, period.Allocated,
            period.Spent.Where(spent => spent.Month < month).Sum(spent => spent.Total),
            period.Spent.Where(spent => spent.Month == month).Sum(spent => spent.Total))));
    }
}

/// <summary>A budget with what was spent of it in each calendar month.</summary>
public sealed record PeriodMonths(Guid FloorId, DateOnly From, DateOnly Until, decimal Allocated, IReadOnlyList<PeriodMonth> Spent);

public sealed record PeriodMonth(DateOnly Month, decimal Total);
