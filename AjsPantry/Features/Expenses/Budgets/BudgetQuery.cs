using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Budgets;

/// <summary>One budget of a floor, as its form and those who take it back need it; null when the floor has none by that id.</summary>
public sealed class BudgetQuery(PantryDb db)
{
    public Task<BudgetView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        var counted = db.CountedBills;
        return db.Budgets.Where(budget => budget.FloorId == floorId && budget.Id == id)
            .Select(budget => new BudgetView(
                budget.Id, budget.Kind, budget.From, budget.Until, budget.Allocated, budget.AlertAt, budget.Notes,
                budget.WithdrawnAt != null, budget.Version,
                counted.Where(bill => bill.FloorId == budget.FloorId && bill.Date >= budget.From && bill.Date <= budget.Until)
                    .Sum(bill => bill.Total)))
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The newest bills on days that no budget covers.</summary>
    public IQueryable<ListedBill> Outside(Guid floorId)
    {
        var budgets = db.Budgets;
        return db.CountedBills
            .Where(bill => bill.FloorId == floorId
                && !budgets.Any(budget => budget.FloorId == floorId && budget.WithdrawnAt == null && budget.From <= bill.Date
                    && budget.Until >= bill.Date))
            .OrderByDescending(bill => bill.Date).ThenByDescending(bill => bill.Id)
            .Select(Bill.Listed)
            .AsNoTracking();
    }
}

/// <param name="Spent">By the bills of its days that count.</param>
public sealed record BudgetView(Guid Id, BudgetKind Kind, DateOnly From, DateOnly Until, decimal Allocated, int? AlertAt, string? Notes,
    bool IsWithdrawn, uint Version, decimal Spent);
