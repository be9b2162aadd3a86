using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Features.Procurement;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Closing;

/// <summary>What a floor's month holds before it is closed, and who closed it.</summary>
public sealed class ClosingQuery(PantryDb db)
{
    public async Task<MonthBooks> ReadAsync(Guid floorId, DateOnly month, CancellationToken cancellationToken)
    {
        var next = month.AddMonths(1);
        var bills = db.Bills.Where(bill => bill.FloorId == floorId && bill.VoidedAt == null && bill.Date >= month && bill.Date < next);
        var (receipts, budgets, items) = (db.Receipts, db.Budgets, db.ShoppingItems);
        var figures = await db.Floors.Where(floor => floor.Id == floorId)
            .Select(floor => new BookFigures(
                bills.Count(),
                bills.Sum(bill => bill.Total),
                bills.Count(bill => bill.ReversesId == null && !receipts.Any(receipt => receipt.BillId == bill.Id && receipt.RemovedAt == null)),
                items.Count(item => item.FloorId == floorId && item.State == ShoppingState.Bought && item.BoughtOn >= month && item.BoughtOn < next),
                bills.Where(bill => !budgets.Any(budget => budget.FloorId == floorId && budget.WithdrawnAt == null && budget.From <= bill.Date && budget.Until >= bill.Date)).Sum(bill => bill.Total)))
            .SingleAsync(cancellationToken);
        return new MonthBooks(month, figures, await ClosingsAsync(floorId, month, cancellationToken));
    }

    /// <summary>Newest first; the first may stand, all others were opened again.</summary>
    private Task<List<ClosingView>> ClosingsAsync(Guid floorId, DateOnly month, CancellationToken cancellationToken) =>
        db.MonthClosings.Where(closing => closing.FloorId == floorId && closing.Month == month).OrderByDescending(closing => closing.ClosedAt).ThenByDescending(closing => closing.Id)
            .Select(closing => new ClosingView(
                closing.Id, closing.Month, closing.State, closing.ReportId, closing.Report!.Revision, closing.Report.Spent, closing.Report.Bills,
                closing.ClosedById, closing.ClosedBy!.Name, closing.ClosedAt, closing.ConfirmedBy!.Name, closing.ConfirmedAt, closing.ReopenedBy!.Name, closing.ReopenedAt, closing.ReopenReason))
            .AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>One closing of the floor; null when it has none by that id.</summary>
    public async Task<ClosingView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        await db.MonthClosings.Where(closing => closing.FloorId == floorId && closing.Id == id).Select(closing => (DateOnly?)closing.Month).SingleOrDefaultAsync(cancellationToken) is { } month
            ? (await ClosingsAsync(floorId, month, cancellationToken)).Find(closing => closing.Id == id) : null;
}

/// <param name="WithoutReceipt">Bills with no photo or PDF of what the shop gave.</param>
/// <param name="NotBilled">Things of the shopping list that were bought in the month and stand on no bill.</param>
/// <param name="Outside">What was spent on days that no budget covers.</param>
public sealed record BookFigures(int Bills, decimal Spent, int WithoutReceipt, int NotBilled, decimal Outside);

/// <param name="Closings">Newest first.</param>
public sealed record MonthBooks(DateOnly Month, BookFigures Figures, IReadOnlyList<ClosingView> Closings)
{
    /// <summary>The closing that stands; null while the month is open.</summary>
    public ClosingView? Standing => Closings.FirstOrDefault(closing => closing.State != ClosingState.Reopened);
}

/// <param name="Spent">By the report that was kept with it.</param>
public sealed record ClosingView(
    Guid Id, DateOnly Month, ClosingState State, Guid ReportId, int Revision, decimal Spent, int Bills,
    Guid ClosedById, string ClosedBy, DateTimeOffset ClosedAt, string? ConfirmedBy, DateTimeOffset? ConfirmedAt, string? ReopenedBy, DateTimeOffset? ReopenedAt, string? ReopenReason);
