using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Budgets.Ledgers;

/// <summary>
/// Reads ledgers, however long their history: PostgreSQL adds the bills up along their index of floor and date.
/// </summary>
public sealed class LedgerQuery(PantryDb db, IBoughtItems bought, ReadCache cache)
{
    /// <param name="today">In the tenant's time zone.</param>
    public async Task<LedgerView> ReadAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken) =>
        Ledger.Of(await PeriodsAsync(floorId, cancellationToken), today);

    /// <summary>The ledgers of several floors of the tenant, by floor; floors without a budget are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, LedgerView>> ReadAsync(
        IReadOnlyCollection<Guid> floorIds, DateOnly today, CancellationToken cancellationToken) =>
        (await Periods.Where(period => floorIds.Contains(period.FloorId)).ToListAsync(cancellationToken))
            .GroupBy(period => period.FloorId, period => period.Period).ToDictionary(floor => floor.Key, floor => Ledger.Of(floor, today));

    /// <summary>The ledger, and how a month stands.</summary>
    /// <param name="month">The first day of the month that is asked about.</param>
    public async Task<FloorAccounts> WithBooksAsync(Guid floorId, DateOnly month, DateOnly today, CancellationToken cancellationToken) =>
        await cache.ReadAsync(("books of a floor", floorId, month, today), async () =>
            await AskBooksAsync(floorId, month, today, cancellationToken));

    private async Task<FloorAccounts> AskBooksAsync(Guid floorId, DateOnly month, DateOnly today, CancellationToken cancellationToken)
    {
        var present = new DateOnly(today.Year, today.Month, 1);
        var counted = db.CountedBills.Where(bill => bill.FloorId == floorId);
        var standing = db.MonthClosings.Where(closing => closing.FloorId == floorId && closing.State != ClosingState.Reopened);
        var floor = await db.Floors.Where(floor => floor.Id == floorId)
            .Select(floor => new
            {
                State = standing.Where(closing => closing.Month == month).Select(closing => (ClosingState?)closing.State).FirstOrDefault(),
                FirstOpen = counted
                    .Where(bill => bill.Date < present
                        && bill.Date >= (standing.Max(closing => (DateOnly?)closing.Month) ?? DateOnly.MinValue).AddMonths(1))
                    .Min(bill => (DateOnly?)bill.Date),
            })
            .AsNoTracking()
            .SingleAsync(cancellationToken);
        DateOnly? toClose = floor.FirstOpen is { } day ? new DateOnly(day.Year, day.Month, 1) : null;
        var periods = await PeriodsAsync(floorId, cancellationToken);
        return new(Ledger.Of(periods, today), floor.State, toClose, await bought.NotBilledAsync(floorId, cancellationToken));
    }

    /// <summary>
    /// The ledger, and what was spent on days without a budget: periods share no day, so it is what they leave of all bills.
    /// </summary>
    public async Task<(LedgerView Ledger, OutsideSpent Outside)> WithOutsideAsync(
        Guid floorId, DateOnly today, CancellationToken cancellationToken)
    {
        var all = await db.CountedBills.Where(bill => bill.FloorId == floorId).GroupBy(bill => bill.FloorId)
            .Select(bills => new OutsideSpent(bills.Sum(bill => bill.Total), bills.Count())).SingleOrDefaultAsync(cancellationToken);
        var periods = await PeriodsAsync(floorId, cancellationToken);
        var ledger = Ledger.Of(periods, today);
        return (ledger, all is null ? new(0, 0) : new(all.Spent - ledger.Spent, all.Bills - periods.Sum(period => period.Bills)));
    }

    private async Task<IReadOnlyList<PeriodSpent>> PeriodsAsync(Guid floorId, CancellationToken cancellationToken) =>
        await cache.ReadAsync(("budgets with what was spent", floorId), async () =>
            await Periods.Where(period => period.FloorId == floorId).Select(period => period.Period).ToListAsync(cancellationToken));

    private IQueryable<OwnedPeriod> Periods
    {
        get
        {
            var counted = db.CountedBills;
            return db.Budgets.Where(budget => budget.WithdrawnAt == null)
                .SelectMany(
                    // One way through the bills for both figures.
                    budget => counted
                        .Where(bill => bill.FloorId == budget.FloorId && bill.Date >= budget.From && bill.Date <= budget.Until)
                        .GroupBy(bill => bill.FloorId).Select(bills => new { Spent = bills.Sum(bill => bill.Total), Bills = bills.Count() })
                        .DefaultIfEmpty(),
                    (budget, bills) => new OwnedPeriod
                    {
                        FloorId = budget.FloorId,
                        Period = new PeriodSpent(
                            budget.Id, budget.Kind, budget.From, budget.Until, budget.Allocated, budget.AlertAt, budget.Notes,
                            (decimal?)bills!.Spent ?? 0, (int?)bills.Bills ?? 0),
                    });
        }
    }

    private sealed class OwnedPeriod
    {
        public required Guid FloorId { get; init; }

        public required PeriodSpent Period { get; init; }
    }
}

/// <param name="State">Of the month in question; null while it is open.</param>
/// <param name="ToClose">The oldest month before today's that has bills and is open; null when there is none.</param>
public sealed record FloorAccounts(LedgerView Ledger, ClosingState? State, DateOnly? ToClose, NotBilled NotBilled);
