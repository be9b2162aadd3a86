using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>What a report can be chosen from.</summary>
public sealed class CustomReportQuery(PantryDb db, Scope scope)
{
    /// <summary>The floor's counted bills of the days, by date, then number.</summary>
    public async Task<IReadOnlyList<ReportBill>> BillsAsync(
        Guid floorId, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var bills = await db.CountedBills
            .Where(bill => bill.FloorId == floorId && bill.Date >= from && bill.Date <= until)
            .Select(bill => new ReportBill(
                bill.Date, bill.Number, bill.Shop,
                bill.Lines.OrderBy(line => line.Position)
                    .Select(line =>
                        new ReportLine(line.Item, line.Quantity, line.Unit, line.Category.ToString(), line.Amount) { Id = line.Id })
                    .ToList(),
                bill.Charges, bill.Discount, bill.Total)
            { Id = bill.Id })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. ReportBill.InOrder(bills).Select(ReportQuery.WithCategoryWords)];
    }

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
