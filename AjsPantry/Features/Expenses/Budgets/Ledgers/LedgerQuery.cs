using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Budgets.Ledgers;

/// <summary>
/// Reads ledgers in one command, however long their history: PostgreSQL adds the bills up along their index of floor and date.
/// </summary>
public sealed class LedgerQuery(PantryDb db, IBoughtItems bought)
{
    /// <param name="today">In the tenant's time zone.</param>
    public async Task<LedgerView> ReadAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken) =>
        Ledger.Of(
            await Periods.Where(period => period.FloorId == floorId).Select(period => period.Period).ToListAsync(cancellationToken), today);

    /// <summary>The ledgers of several floors of the tenant, by floor; floors without a budget are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, LedgerView>> ReadAsync(
        IReadOnlyCollection<Guid> floorIds, DateOnly today, CancellationToken cancellationToken) =>
        (await Periods.Where(period => floorIds.Contains(period.FloorId)).ToListAsync(cancellationToken))
            .GroupBy(period => period.FloorId, period => period.Period).ToDictionary(floor => floor.Key, floor => Ledger.Of(floor, today));

    /// <summary>The ledger, and how the books of a month stand.</summary>
    /// <param name="month">The first day of the month that is asked about.</param>
    public async Task<FloorAccounts> WithBooksAsync(Guid floorId, DateOnly month, DateOnly today, CancellationToken cancellationToken)
    {
        var present = new DateOnly(today.Year, today.Month, 1);
        var counted = Counted.Where(bill => bill.FloorId == floorId);
        var periods = Periods.Where(period => period.FloorId == floorId);
        var standing = db.MonthClosings.Where(closing => closing.FloorId == floorId && closing.State != ClosingState.Reopened);
        var floor = await db.Floors.Where(floor => floor.Id == floorId)
            .Select(floor => new
            {
                State = standing.Where(closing => closing.Month == month).Select(closing => (ClosingState?)closing.State).FirstOrDefault(),
                FirstOpen = counted
                    .Where(bill => bill.Date < present
                        && bill.Date >= (standing.Max(closing => (DateOnly?)closing.Month) ?? DateOnly.MinValue).AddMonths(1))
                    .Min(bill => (DateOnly?)bill.Date),
                Periods = periods.Select(period => period.Period).ToList(),
            })
            .AsNoTracking()
            .SingleAsync(cancellationToken);
        DateOnly? toClose = floor.FirstOpen is { } day ? new DateOnly(day.Year, day.Month, 1) : null;
        return new(Ledger.Of(floor.Periods, today), floor.State, toClose, await bought.NotBilledAsync(floorId, cancellationToken));
    }

    /// <summary>
    /// The ledger, and in the same command what was spent on days without a budget: periods share no day, so it is what they leave of all
    /// bills.
    /// </summary>
    public async Task<(LedgerView Ledger, OutsideSpent Outside)> WithOutsideAsync(
        Guid floorId, DateOnly today, CancellationToken cancellationToken)
    {
        // The distinction changes no row; without it the bills would be added up again for each period.
        var all = Counted.GroupBy(bill => bill.FloorId)
            .Select(bills => new { FloorId = bills.Key, Spent = bills.Sum(bill => bill.Total), Bills = bills.Count() }).Distinct()
                .Where(bills => bills.FloorId == floorId);
        var periods = Periods.Where(period => period.FloorId == floorId);
        var floor = await db.Floors.Where(floor => floor.Id == floorId)
            .Select(floor => new
            {
                All = all.FirstOrDefault(bills => bills.FloorId == floor.Id),
                Periods = periods.Select(period => period.Period).ToList()
            })
            .AsNoTracking()
            .SingleAsync(cancellationToken);
        var ledger = Ledger.Of(floor.Periods, today);
        return (ledger,
            floor.All is null ? new(0, 0)
                : new(floor.All.Spent - ledger.Spent, floor.All.Bills - floor.Periods.Sum(period => period.Bills)));
    }

    private IQueryable<Bill> Counted => db.Bills.Where(bill => bill.VoidedAt == null);

    private IQueryable<OwnedPeriod> Periods
    {
        get
        {
            var counted = Counted;
            return db.Budgets.Where(budget => budget.WithdrawnAt == null)
                .Select(budget => new OwnedPeriod
                {
                    FloorId = budget.FloorId,
                    Period = new PeriodSpent(
                        budget.Id, budget.Kind, budget.From, budget.Until, budget.Allocated, budget.AlertAt, budget.Notes,
                        counted.Where(bill => bill.FloorId == budget.FloorId && bill.Date >= budget.From && bill.Date <= budget.Until)
                            .Sum(bill => bill.Total),
                        counted.Count(bill => bill.FloorId == budget.FloorId && bill.Date >= budget.From && bill.Date <= budget.Until)),
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
