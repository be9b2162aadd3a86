using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses;

/// <summary>A floor's bills of one calendar month with what they add up to. Voided bills are listed and not counted.</summary>
public sealed class MonthQuery(PantryDb db, ReadCache cache)
{
    /// <param name="since">The days that <see cref="ExpenseMonth.Days"/> begins with, where that is before the month before.</param>
    public async Task<ExpenseMonth> ReadAsync(Guid floorId, DateOnly month, CancellationToken cancellationToken, DateOnly? since = null) =>
        await cache.ReadAsync(
            ("month's bills", floorId, month, since), async () => await AskAsync(floorId, month, since, cancellationToken));

    private async Task<ExpenseMonth> AskAsync(Guid floorId, DateOnly month, DateOnly? since, CancellationToken cancellationToken)
    {
        var before = since < month.AddMonths(-1) ? since.Value : month.AddMonths(-1);
        var bills = await BillsAsync(floorId, before, month, cancellationToken);
        var listed = bills.Where(bill => bill.Date >= month).ToList();
        var counted = listed.Where(bill => bill.VoidReason is null).ToList();
        return new ExpenseMonth(
            month,
            [.. listed.Select(bill =>
                new ListedBill(bill.Id, bill.Number, bill.Date, bill.Shop, Sample(bill.Lines!.Select(line => line.Item)), bill.Total,
                    bill.VoidReason) { IsReversal = bill.IsReversal, Receipts = bill.Receipts })],
            Shares.Of(counted.Select(bill => (bill.Shop, bill.Total))),
            Shares.WithExtras(counted.SelectMany(bill => bill.Lines!).Select(line => (line.Category.Words(), line.Amount)),
                counted.Sum(bill => bill.Charges), counted.Sum(bill => bill.Discount)),
            [.. bills.Where(bill => bill.VoidReason is null).Select(bill => new DaySpent(bill.Date, bill.Total))]);
    }

    /// <summary>Those from a day on to the end of the month; the earlier ones without their lines.</summary>
    private Task<List<MonthBill>> BillsAsync(Guid floorId, DateOnly from, DateOnly month, CancellationToken cancellationToken)
    {
        var receipts = db.Receipts;
        return db.Bills
            .Where(bill => bill.FloorId == floorId && bill.Date >= from && bill.Date < month.AddMonths(1))
            .OrderByDescending(bill => bill.Date).ThenByDescending(bill => bill.RecordedAt)
            .Select(bill => new MonthBill(bill.Id, bill.Number, bill.Date, bill.Shop, bill.Charges, bill.Discount, bill.Total,
                bill.VoidReason, bill.ReversesId != null,
                receipts.Count(receipt => receipt.BillId == bill.Id && receipt.RemovedAt == null),
                bill.Date < month ? null
                    : bill.Lines.OrderBy(line => line.Position).Select(line => new MonthLine(line.Item, line.Category, line.Amount))
                        .ToList()))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
    }

    private sealed record MonthBill(Guid Id, string Number, DateOnly Date, string Shop, decimal Charges, decimal Discount, decimal Total,
        string? VoidReason, bool IsReversal, int Receipts, List<MonthLine>? Lines);

    private sealed record MonthLine(string Item, Category Category, decimal Amount);

    /// <summary>The first items by name and how many more there are: Atta, rice, oil and 4 more.</summary>
    private static string Sample(IEnumerable<string> items)
    {
        var all = items.ToList();
        return string.Join(", ", all.Take(3)) + (all.Count > 3 ? $" and {all.Count - 3} more" : "");
    }
}
