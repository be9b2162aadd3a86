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
        var (budgets, bills) = (db.Budgets, db.Bills.Where(bill => bill.VoidedAt == null));
        var floors = await db.Floors.Where(floor => floorIds.Contains(floor.Id))
            .Select(floor => new
            {
                floor.Id,
                Spent = bills.Where(bill => bill.FloorId == floor.Id).Sum(bill => bill.Total),
                Bills = bills.Count(bill => bill.FloorId == floor.Id),
                Periods = budgets.Where(budget => budget.FloorId == floor.Id && budget.WithdrawnAt == null)
                    .Select(budget => new PeriodSpent(
                        budget.Id, budget.Kind, budget.From, budget.Until, budget.Allocated, budget.AlertAt, budget.Notes,
                        bills.Where(bill => bill.FloorId == budget.FloorId && bill.Date >= budget.From && bill.Date <= budget.Until).Sum(bill => bill.Total),
                        bills.Count(bill => bill.FloorId == budget.FloorId && bill.Date >= budget.From && bill.Date <= budget.Until)))
                    .ToList(),
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return floors.ToDictionary(floor => floor.Id, floor => Ledger.Of(floor.Periods, Outside(floor.Spent, floor.Bills, floor.Periods), today));
    }

    /// <summary>Periods share no day, so what is in none of them is what they leave of the whole.</summary>
    private static OutsideSpent Outside(decimal spent, int bills, List<PeriodSpent> periods) =>
        new(spent - periods.Sum(period => period.Spent), bills - periods.Sum(period => period.Bills));
}
