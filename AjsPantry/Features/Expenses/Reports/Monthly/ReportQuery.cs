using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Reports.Monthly;

/// <summary>Draws up the report of a floor and month from the books as they are now.</summary>
public sealed class ReportQuery(PantryDb db, Scope scope)
{
    /// <param name="month">The first day of the month.</param>
    public async Task<ExpenseReport> ReadAsync(FloorView floor, DateOnly month, CancellationToken cancellationToken)
    {
        // Before anything is read: what is saved while it is read counts as changed after it was made.
        var made = scope.LocalNow;
        var tenant = scope.Tenant;
        var rows = await BillsAsync(floor.Id, month, cancellationToken);
        var receipts = await ReceiptsAsync(floor.Id, month, month.AddMonths(1), cancellationToken);
        var bills = ReportBill.InOrder(rows.Where(bill => bill.Date >= month))
            .Select(bill => WithCategoryWords(bill) with { Receipts = [.. receipts[bill.Id!.Value]] }).ToList();
        var earlier = rows.Where(bill => bill.Date < month).ToList();
        return new ExpenseReport(
            tenant.Name, floor.Name, month, 0, made, scope.ActorName, tenant.Culture, tenant.Currency,
            earlier.Count == 0 ? null : earlier.Sum(bill => bill.Total),
            bills,
            Shares.WithExtras(bills.SelectMany(bill => bill.Lines).Select(line => (line.Category, line.Amount)),
                bills.Sum(bill => bill.Charges), bills.Sum(bill => bill.Discount)),
            Shares.Of(bills.Select(bill => (bill.Shop, bill.Total))))
        {
            Budgets = (await BudgetsAsync([floor.Id], [month], cancellationToken)).Of(floor.Id, month),
            PreparedBy = scope.Person?.Name ?? await HeadsAsync(floor.Id, cancellationToken),
        };
    }

    /// <summary>Those of the month, and those of the month before without their lines.</summary>
    private Task<List<ReportBill>> BillsAsync(Guid floorId, DateOnly month, CancellationToken cancellationToken)
    {
        var before = month.AddMonths(-1);
        var after = month.AddMonths(1);
        return db.CountedBills
            .Where(bill => bill.FloorId == floorId && bill.Date >= before && bill.Date < after)
            .Select(bill => new ReportBill(
                bill.Date, bill.Number, bill.Shop,
                bill.Date < month ? new List<ReportLine>()
                    : bill.Lines.OrderBy(line => line.Position)
                        .Select(line => new ReportLine(line.Item, line.Quantity, line.Unit, line.Category.ToString(), line.Amount))
                            .ToList(),
                bill.Charges, bill.Discount, bill.Total)
            { Id = bill.Id })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
    }

    /// <summary>The names of the receipts by their bills.</summary>
    private async Task<ILookup<Guid, string>> ReceiptsAsync(
        Guid floorId, DateOnly from, DateOnly before, CancellationToken cancellationToken) =>
        (await db.CountedBills.Where(bill => bill.FloorId == floorId && bill.Date >= from && bill.Date < before)
            .Join(db.KeptReceipts, bill => bill.Id, receipt => receipt.BillId,
                (bill, receipt) => receipt)
            .OrderBy(receipt => receipt.AddedAt).ThenBy(receipt => receipt.Id)
            .Select(receipt => new { receipt.BillId, receipt.Name }).ToListAsync(cancellationToken))
            .ToLookup(receipt => receipt.BillId, receipt => receipt.Name);

    /// <summary>Who answers for what a job makes: the floor's pantry head, or both of two; empty where there is none.</summary>
    private async Task<string> HeadsAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var heads = await db.Members.OnFloor(floorId).Where(member => member.Role == Role.PantryHead)
            .Select(member => member.Name == "" ? member.Number : member.Name).ToListAsync(cancellationToken);
        return string.Join(" and ", heads.Order(StringComparer.Ordinal).Take(2));
    }

    /// <summary>Every budget of the floors that had begun before the last month ended.</summary>
    public async Task<MonthBudgets> BudgetsAsync(
        IReadOnlyCollection<Guid> floors, IReadOnlyCollection<DateOnly> months, CancellationToken cancellationToken)
    {
        var after = months.Max().AddMonths(1);
        var counted = db.CountedBills.Where(bill => bill.Date < after);
        var rows = await db.Budgets.Where(budget => floors.Contains(budget.FloorId) && budget.WithdrawnAt == null && budget.From < after)
            .Select(budget => new
            {
                budget.FloorId,
                budget.From,
                budget.Until,
                budget.Allocated,
                Spent = counted.Where(bill => bill.FloorId == budget.FloorId && bill.Date >= budget.From && bill.Date <= budget.Until)
                    .GroupBy(bill => new { bill.Date.Year, bill.Date.Month })
                    .Select(spent => new { spent.Key.Year, spent.Key.Month, Total = spent.Sum(bill => bill.Total) }).ToList(),
            })
            .AsNoTracking().ToListAsync(cancellationToken);
        return new(
            rows.Select(row =>
                new PeriodMonths(row.FloorId, row.From, row.Until, row.Allocated,
                    [.. row.Spent.Select(spent => new PeriodMonth(new DateOnly(spent.Year, spent.Month, 1), spent.Total))])));
    }

    /// <summary>The fingerprints that the bills of the floors and months would have in a report made now.</summary>
    public async Task<IReadOnlyDictionary<(Guid Floor, DateOnly Month), byte[]>> BillPrintsAsync(
        IReadOnlyCollection<Guid> floors, IReadOnlyCollection<DateOnly> months, CancellationToken cancellationToken)
    {
        var from = months.Min().AddMonths(-1);
        var to = months.Max().AddMonths(1);
        var rows = await db.CountedBills
            .Where(bill => floors.Contains(bill.FloorId) && bill.Date >= from && bill.Date < to)
            .Select(bill => new
            {
                bill.FloorId,
                Bill = new ReportBill(
                    bill.Date, bill.Number, bill.Shop,
                    bill.Lines.OrderBy(line => line.Position)
                        .Select(line => new ReportLine(line.Item, line.Quantity, line.Unit, line.Category.ToString(), line.Amount))
                            .ToList(),
                    bill.Charges, bill.Discount, bill.Total),
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var bills = rows.ToLookup(row => (row.FloorId, new DateOnly(row.Bill.Date.Year, row.Bill.Date.Month, 1)), row => row.Bill);
        return floors.SelectMany(floor => months.Select(month => (floor, month))).ToDictionary(
            key => key,
            key => ReportPrint.OfBills(
                bills[(key.floor, key.month.AddMonths(-1))].Sum(bill => bill.Total), bills[key].Select(WithCategoryWords)));
    }

    /// <summary>A bill as it was read, with the names of its lines' categories, as paper has it, with their words.</summary>
    internal static ReportBill WithCategoryWords(ReportBill bill) =>
        bill with
        {
            Lines = [.. bill.Lines
                .Select(line => line with { Category = Enum.Parse<Category>(line.Category).Words(), Code = line.Category })]
        };
}
