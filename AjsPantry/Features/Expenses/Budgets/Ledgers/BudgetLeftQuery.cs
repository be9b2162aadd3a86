namespace AjsPantry.Features.Expenses.Budgets.Ledgers;

/// <summary>What is left in a floor's budget today, for pages that are about something else. One SQL command.</summary>
public sealed class BudgetLeftQuery(LedgerQuery ledgers)
{
    /// <param name="today">In the tenant's time zone.</param>
    /// <returns>Null when no budget covers today.</returns>
    public async Task<BudgetLeft?> ReadAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken) =>
        LeftOf(await ledgers.ReadAsync(floorId, today, cancellationToken));

    /// <summary>The same of several floors at once, by floor; those that no budget covers today are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, BudgetLeft>> ReadAsync(
        IReadOnlyCollection<Guid> floorIds, DateOnly today, CancellationToken cancellationToken) =>
        (await ledgers.ReadAsync(floorIds, today, cancellationToken))
            .Where(floor => floor.Value.Current is not null).ToDictionary(floor => floor.Key, floor => LeftOf(floor.Value)!);

    private static BudgetLeft? LeftOf(LedgerView ledger) =>
        ledger.Current is not { } period ? null
        : new BudgetLeft(
            period.Budget.Id, period.Budget.From, period.Budget.Until, period.Available, period.Budget.Spent, period.Closing,
            period.DaysLeft(ledger.Today), period.PerDay(ledger.Today), period.Used, period.IsAtAlert);
}

/// <param name="Until">The last day, included.</param>
/// <param name="Available">Allocated, and what was carried in.</param>
/// <param name="Left">Negative when more was spent than there was.</param>
/// <param name="DaysLeft">Today included.</param>
/// <param name="PerDay">What may be spent on each of them; 0 when nothing is left.</param>
/// <param name="Used">Spent in percent of what was available; over 100 when it is over.</param>
/// <param name="IsAtAlert">As much is spent as head and admin want to be told of.</param>
public sealed record BudgetLeft(Guid BudgetId, DateOnly From, DateOnly Until, decimal Available, decimal Spent, decimal Left, int DaysLeft,
    decimal PerDay, int Used, bool IsAtAlert)
{
    public bool IsOver => Left < 0;
}
