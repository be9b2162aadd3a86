using AjsPantry.Features.Expenses.Closing;
using AjsPantry.Features.Procurement;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Budgets;

/// <summary>Reads ledgers in one command, however long their history: PostgreSQL adds the bills up along their index of floor and date.</summary>
public sealed class LedgerQuery(PantryDb db)
{
    /// <param name="today">In the tenant's time zone.</param>
    public async Task<LedgerView> ReadAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken) =>
        (await ReadAsync([floorId], today, cancellationToken))[floorId];

    /// <summary>The ledgers of several floors of the tenant, by floor.</summary>
    public async Task<IReadOnlyDictionary<Guid, LedgerView>> ReadAsync(IReadOnlyCollection<Guid> floorIds, DateOnly today, CancellationToken cancellationToken)
    {
        var (counted, periods) = (Counted, Periods);
        var floors = await db.Floors.Where(floor => floorIds.Contains(floor.Id))
            .Select(floor => new
            {
                floor.Id,
                Spent = counted.Where(bill => bill.FloorId == floor.Id).Sum(bill => bill.Total),
                Bills = counted.Count(bill => bill.FloorId == floor.Id),
                Periods = periods.Where(period => period.FloorId == floor.Id).Select(period => period.Period).ToList(),
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return floors.ToDictionary(floor => floor.Id, floor => Ledger.Of(floor.Periods, Outside(floor.Spent, floor.Bills, floor.Periods), today));
    }

    /// <summary>The ledger, and in the same command how the books of a month stand.</summary>
    /// <param name="month">The first day of the month that is asked about.</param>
    public async Task<FloorBooks> WithBooksAsync(Guid floorId, DateOnly month, DateOnly today, CancellationToken cancellationToken)
    {
        var present = new DateOnly(today.Year, today.Month, 1);
        var last = present.AddMonths(-1);
        var (counted, periods) = (Counted.Where(bill => bill.FloorId == floorId), Periods.Where(period => period.FloorId == floorId));
        var trolley = db.ShoppingItems.Where(item => item.FloorId == floorId && item.State == ShoppingState.Bought);
        var standing = db.MonthClosings.Where(closing => closing.FloorId == floorId && closing.State != ClosingState.Reopened);
        var floor = await db.Floors.Where(floor => floor.Id == floorId)
            .Select(floor => new
            {
                Spent = counted.Sum(bill => bill.Total),
                Bills = counted.Count(),
                State = standing.Where(closing => closing.Month == month).Select(closing => (ClosingState?)closing.State).FirstOrDefault(),
                IsLastOpen = !standing.Any(closing => closing.Month == last) && counted.Any(bill => bill.Date >= last && bill.Date < present),
                NotBilled = trolley.Count(),
                Paid = trolley.Sum(item => item.Price ?? 0),
                Periods = periods.Select(period => period.Period).ToList(),
            })
            .AsNoTracking()
            .SingleAsync(cancellationToken);
        return new(Ledger.Of(floor.Periods, Outside(floor.Spent, floor.Bills, floor.Periods), today), floor.State, floor.IsLastOpen ? last : null, new(floor.NotBilled, floor.Paid));
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
                        counted.Where(bill => bill.FloorId == budget.FloorId && bill.Date >= budget.From && bill.Date <= budget.Until).Sum(bill => bill.Total),
                        counted.Count(bill => bill.FloorId == budget.FloorId && bill.Date >= budget.From && bill.Date <= budget.Until)),
                });
        }
    }

    /// <summary>Periods share no day, so what is in none of them is what they leave of the whole.</summary>
    private static OutsideSpent Outside(decimal spent, int bills, List<PeriodSpent> periods) =>
        new(spent - periods.Sum(period => period.Spent), bills - periods.Sum(period => period.Bills));

    private sealed class OwnedPeriod
    {
        public required Guid FloorId { get; init; }

        public required PeriodSpent Period { get; init; }
    }
}

/// <param name="State">Of the month in question; null while it is open.</param>
/// <param name="ToClose">The month before today's, when it has bills and is open; otherwise null.</param>
public sealed record FloorBooks(LedgerView Ledger, ClosingState? State, DateOnly? ToClose, NotBilled NotBilled);

/// <summary>What is bought and stands on no bill.</summary>
/// <param name="Paid">What was paid for those of which that is known.</param>
public sealed record NotBilled(int Items, decimal Paid);
