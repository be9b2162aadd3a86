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
            ("month's bills", floorId, month, since), async () => await AskAsync(floorId, month, since, cancellationToken),
            read => read.Bills.Count + read.Days.Count);

    private async Task<ExpenseMonth> AskAsync(Guid floorId, DateOnly month, DateOnly? since, CancellationToken cancellationToken)
    {
        var before = since < month.AddMonths(-1) ? since.Value : month.AddMonths(-1);
        var bills = await BillsAsync(floorId, before, month, cancellationToken);
        var listed = bills.Where(each => each.Bill.Date >= month).ToList();
        var counted = listed.Where(each => !each.Bill.IsVoid).ToList();
        return new ExpenseMonth(
            month,
            [.. listed.Select(each => each.Bill with { Items = Sample(each.Lines!.Select(line => line.Item)) })],
            Shares.Of(counted.Select(each => (each.Bill.Shop, each.Bill.Total))),
            Shares.WithExtras(counted.SelectMany(each => each.Lines!).Select(line => (line.Category.Words(), line.Amount)),
                counted.Sum(each => each.Charges), counted.Sum(each => each.Discount)),
            [.. bills.Select(each => each.Bill).Where(bill => !bill.IsVoid)
                .Select(bill => new DaySpent(bill.Date, bill.Total))]);
    }

    /// <summary>Those from a day on to the end of the month; the earlier ones without their lines.</summary>
    private Task<List<MonthBill>> BillsAsync(Guid floorId, DateOnly from, DateOnly month, CancellationToken cancellationToken)
    {
        var receipts = db.KeptReceipts;
        return db.Bills
            .Where(bill => bill.FloorId == floorId && bill.Date >= from && bill.Date < month.AddMonths(1))
            .OrderByDescending(bill => bill.Date).ThenByDescending(bill => bill.RecordedAt)
            .Select(bill => new MonthBill(
                new ListedBill(bill.Id, bill.Number, bill.Date, bill.Shop, "", bill.Total, bill.VoidReason)
                {
                    IsReversal = bill.ReversesId != null,
                    Receipts = receipts.Count(receipt => receipt.BillId == bill.Id),
                },
                bill.Charges, bill.Discount,
                bill.Date < month ? null
                    : bill.Lines.OrderBy(line => line.Position).Select(line => new MonthLine(line.Item, line.Category, line.Amount))
                        .ToList()))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
    }

    /// <param name="Lines">Null where they were not asked for.</param>
    private sealed record MonthBill(ListedBill Bill, decimal Charges, decimal Discount, List<MonthLine>? Lines);

    private sealed record MonthLine(string Item, Category Category, decimal Amount);

    /// <summary>The first items by name and how many more there are: Atta, rice, oil and 4 more.</summary>
    private static string Sample(IEnumerable<string> items)
    {
        var all = items.ToList();
        return string.Join(", ", all.Take(3)) + (all.Count > 3 ? $" and {all.Count - 3} more" : "");
    }
}
