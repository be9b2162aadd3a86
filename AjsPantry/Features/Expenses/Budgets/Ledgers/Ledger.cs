namespace AjsPantry.Features.Expenses.Budgets.Ledgers;

/// <summary>
/// What a floor was given and what it spent, period by period. What is left of one period, or lacks, is carried into the next; the
/// first begins with nothing. A bill counts in the period that holds its date, or in none.
/// </summary>
public static class Ledger
{
    /// <param name="periods">Periods that share no day, in any order.</param>
    /// <param name="today">In the tenant's time zone.</param>
    public static LedgerView Of(IEnumerable<PeriodSpent> periods, DateOnly today)
    {
        var opening = 0m;
        var balanced = new List<LedgerPeriod>();
        foreach (var period in periods.OrderBy(period => period.From))
        {
            balanced.Add(new LedgerPeriod(period, opening));
            opening = balanced[^1].Closing;
        }

        return new LedgerView(balanced, today);
    }
}

/// <summary>A budget and the bills of its days.</summary>
/// <param name="Until">The last day, included.</param>
/// <param name="Spent">The sum of the bills that count.</param>
public sealed record PeriodSpent(
    Guid Id, BudgetKind Kind, DateOnly From, DateOnly Until, decimal Allocated, int? AlertAt, string? Notes, decimal Spent, int Bills);

/// <summary>The bills on days that no budget covers.</summary>
public sealed record OutsideSpent(decimal Spent, int Bills);

/// <param name="Opening">What the period before left, or lacked.</param>
public sealed record LedgerPeriod(PeriodSpent Budget, decimal Opening)
{
    public decimal Available => Opening + Budget.Allocated;

    /// <summary>What is left; negative when more was spent than there was.</summary>
    public decimal Closing => Available - Budget.Spent;

    public int Days => Budget.Until.DayNumber - Budget.From.DayNumber + 1;

    /// <summary>Spent in percent of what was available, rounded down; 100 when something was spent and there was nothing.</summary>
    public int Used =>
        Budget.Spent <= 0 ? 0 : Available <= 0 ? 100 : (int)Math.Min(Math.Floor(100 * Budget.Spent / Available), int.MaxValue);

    /// <summary>Whether head and admin are to be told.</summary>
    public bool IsAtAlert => Budget.AlertAt is { } percent && Budget.Spent > 0 && 100 * Budget.Spent >= percent * Available;

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => Budget.Spent > 0 && Closing <= 0;

    public bool Holds(DateOnly day) => Budget.From <= day && day <= Budget.Until;

    /// <summary>How many days the rest must last, today included; 0 once the period is over.</summary>
    public int DaysLeft(DateOnly today) => Math.Max(0, Budget.Until.DayNumber - new[] { today, Budget.From }.Max().DayNumber + 1);

    /// <summary>How many of its days are over, in percent rounded down; today is not.</summary>
    public int DaysGone(DateOnly today) => 100 * (Days - DaysLeft(today)) / Days;

    /// <summary>What may be spent on each day that is left, rounded down to the paisa; 0 when nothing is left.</summary>
    public decimal PerDay(DateOnly today) => DaysLeft(today) == 0 ? 0 : Math.Max(0, Math.Floor(100 * Closing / DaysLeft(today)) / 100);

    /// <summary>The day on which nothing is left if it goes on as it went; null when the money lasts, or is gone already.</summary>
    public DateOnly? RunsOut(DateOnly today)
    {
        var gone = today.DayNumber - Budget.From.DayNumber + 1;
        if (Budget.Spent <= 0 || Closing <= 0 || gone <= 0)
            return null;
        var lasts = Math.Floor(Closing * gone / Budget.Spent);
        return lasts < Budget.Until.DayNumber - today.DayNumber ? today.AddDays((int)lasts) : null;
    }
}

/// <param name="Periods">The oldest first.</param>
public sealed record LedgerView(IReadOnlyList<LedgerPeriod> Periods, DateOnly Today)
{
    /// <summary>The period of today; null when today is in none.</summary>
    public LedgerPeriod? Current => Periods.FirstOrDefault(period => period.Holds(Today));

    /// <summary>The budget that has exactly the month's days; null when none has.</summary>
    public LedgerPeriod? Of(DateOnly month) =>
        Periods.FirstOrDefault(period => period.Budget.From == month && period.Budget.Until == month.AddMonths(1).AddDays(-1));

    /// <summary>
    /// What there was for a month, with what was carried in; where budgets have other days too, what was allocated for its days. Null when
    /// no budget has any of them.
    /// </summary>
    public decimal? AvailableFor(DateOnly month) => Of(month)?.Available ?? AllocatedFor(month);

    /// <summary>
    /// What was allocated for the days of a month: of a budget that reaches beyond it the share of its days, to the paisa; null when no
    /// budget has any of them.
    /// </summary>
    public decimal? AllocatedFor(DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        var within = Periods.Select(period => period.Budget).Where(budget => budget.From <= last && budget.Until >= month).ToList();
        return within.Count == 0 ? null
            : Math.Round(
                within.Sum(budget =>
                    budget.Allocated * Days(new[] { budget.From, month }.Max(), new[] { budget.Until, last }.Min())
                        / Days(budget.From, budget.Until)), 2, MidpointRounding.AwayFromZero);

        static int Days(DateOnly from, DateOnly until) => until.DayNumber - from.DayNumber + 1;
    }

    /// <summary>Everything that was ever allocated.</summary>
    public decimal Allocated => Periods.Sum(period => period.Budget.Allocated);

    /// <summary>Everything that was ever spent in a period.</summary>
    public decimal Spent => Periods.Sum(period => period.Budget.Spent);
}
