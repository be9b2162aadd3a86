using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>What a report can be chosen from.</summary>
public sealed class CustomReportQuery(PantryDb db, Scope scope)
{
    /// <summary>The floor's counted bills of the days, by date, then number.</summary>
    public async Task<IReadOnlyList<OfferedBill>> BillsAsync(
        Guid floorId, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        [.. (await db.CountedBills
            .Where(bill => bill.FloorId == floorId && bill.Date >= from && bill.Date <= until)
            .Select(bill => new OfferedBill(
                bill.Id, bill.Date, bill.Number, bill.Shop, bill.Charges, bill.Discount, bill.Total,
                bill.Lines.OrderBy(line => line.Position)
                    .Select(line => new OfferedLine(line.Id, line.Item, line.Quantity, line.Unit, line.Category, line.Amount)).ToList()))
            .AsNoTracking()
            .ToListAsync(cancellationToken))
            .OrderBy(bill => bill.Date).ThenBy(bill => bill.Number, StringComparer.Ordinal).ThenBy(bill => bill.Id)];

    /// <summary>The floor's budget periods that have begun, newest first.</summary>
    public async Task<IReadOnlyList<OfferedBudget>> BudgetsAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var today = scope.Today;
        const int most = 24;
        return await db.Set<Budget>().Where(budget => budget.FloorId == floorId && budget.WithdrawnAt == null && budget.From <= today)
            .OrderByDescending(budget => budget.From).Take(most)
            .Select(budget => new OfferedBudget(budget.Id, budget.From, budget.Until, budget.Allocated)).AsNoTracking()
                .ToListAsync(cancellationToken);
    }
}

/// <param name="Until">The last day, included.</param>
public sealed record OfferedBudget(Guid Id, DateOnly From, DateOnly Until, decimal Allocated);
