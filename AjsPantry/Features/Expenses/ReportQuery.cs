using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses;

/// <summary>Draws up the report of a floor and month from the bills as they are now.</summary>
public sealed class ReportQuery(PantryDb db, Caller caller, TimeProvider clock)
{
    /// <param name="month">The first day of the month.</param>
    /// <param name="budgets">False where only the bills are asked about.</param>
    public async Task<ExpenseReport> ReadAsync(TenantView tenant, FloorView floor, DateOnly month, CancellationToken cancellationToken, bool budgets = true)
    {
        var (before, after) = (month.AddMonths(-1), month.AddMonths(1));
        var receipts = db.Receipts;
        var rows = await db.Bills
            .Where(bill => bill.FloorId == floor.Id && bill.VoidedAt == null && bill.Date >= before && bill.Date < after)
            .OrderBy(bill => bill.Date).ThenBy(bill => bill.Number).ThenBy(bill => bill.Id)
            .Select(bill => new ReportBill(
                bill.Date, bill.Number, bill.Shop,
                bill.Date < month ? new List<ReportLine>() : bill.Lines.OrderBy(line => line.Position).Select(line => new ReportLine(line.Item, line.Quantity, line.Unit, line.Category.ToString(), line.Amount)).ToList(),
                bill.Charges, bill.Discount, bill.Total)
            { Id = bill.Id, HasReceipt = receipts.Any(receipt => receipt.BillId == bill.Id && receipt.RemovedAt == null) })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var bills = rows.Where(bill => bill.Date >= month).Select(WithCategoryWords).ToList();
        var earlier = rows.Where(bill => bill.Date < month).ToList();
        return new ExpenseReport(
            tenant.Name, floor.Name, month, 0, tenant.Now(clock), caller.Name, tenant.Culture, tenant.Currency,
            earlier.Count == 0 ? null : earlier.Sum(bill => bill.Total),
            bills,
            Shares.WithExtras(bills.SelectMany(bill => bill.Lines).Select(line => (line.Category, line.Amount)), bills.Sum(bill => bill.Charges), bills.Sum(bill => bill.Discount)),
            Shares.Of(bills.Select(bill => (bill.Shop, bill.Total))))
        { Budgets = budgets ? ReportBudget.OfMonth(month, await BudgetsAsync(floor.Id, month, after, cancellationToken)) : null };
    }

    /// <summary>Every budget that had begun before the month ended: what the first ones left is carried into the last.</summary>
    private Task<List<ReportBudget>> BudgetsAsync(Guid floorId, DateOnly month, DateOnly after, CancellationToken cancellationToken)
    {
        var counted = db.Bills.Where(bill => bill.FloorId == floorId && bill.VoidedAt == null && bill.Date < after);
        return db.Budgets.Where(budget => budget.FloorId == floorId && budget.WithdrawnAt == null && budget.From < after)
            .Select(budget => new ReportBudget(
                budget.From, budget.Until, 0, budget.Allocated,
                counted.Where(bill => bill.Date >= budget.From && bill.Date <= budget.Until && bill.Date < month).Sum(bill => bill.Total),
                counted.Where(bill => bill.Date >= budget.From && bill.Date <= budget.Until && bill.Date >= month).Sum(bill => bill.Total)))
            .AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>The fingerprints that reports of the floors and months would have if they were made now.</summary>
    public async Task<IReadOnlyDictionary<(Guid Floor, DateOnly Month), byte[]>> FingerprintsAsync(IReadOnlyCollection<Guid> floors, IReadOnlyCollection<DateOnly> months, CancellationToken cancellationToken)
    {
        var (from, to) = (months.Min().AddMonths(-1), months.Max().AddMonths(1));
        var rows = await db.Bills
            .Where(bill => floors.Contains(bill.FloorId) && bill.VoidedAt == null && bill.Date >= from && bill.Date < to)
            .OrderBy(bill => bill.Date).ThenBy(bill => bill.Number).ThenBy(bill => bill.Id)
            .Select(bill => new
            {
                bill.FloorId,
                Bill = new ReportBill(
                    bill.Date, bill.Number, bill.Shop,
                    bill.Lines.OrderBy(line => line.Position).Select(line => new ReportLine(line.Item, line.Quantity, line.Unit, line.Category.ToString(), line.Amount)).ToList(),
                    bill.Charges, bill.Discount, bill.Total),
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var bills = rows.ToLookup(row => (row.FloorId, new DateOnly(row.Bill.Date.Year, row.Bill.Date.Month, 1)), row => row.Bill);
        return floors.SelectMany(floor => months.Select(month => (floor, month))).ToDictionary(
            key => key,
            key => ReportJson.Fingerprint(bills[(key.floor, key.month.AddMonths(-1))].Sum(bill => bill.Total), bills[key].Select(WithCategoryWords)));
    }

    private static ReportBill WithCategoryWords(ReportBill bill) =>
        bill with { Lines = [.. bill.Lines.Select(line => line with { Category = Enum.Parse<Category>(line.Category).Words() })] };
}
