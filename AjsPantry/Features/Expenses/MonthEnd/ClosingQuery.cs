using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.MonthEnd;

/// <summary>What a floor's month holds before it is closed, and who closed it.</summary>
public sealed class ClosingQuery(PantryDb db, IBoughtItems bought)
{
    public async Task<MonthSummary> ReadAsync(Guid floorId, DateOnly month, CancellationToken cancellationToken)
    {
        var next = month.AddMonths(1);
        var bills = db.CountedBills.Where(bill => bill.FloorId == floorId && bill.Date >= month && bill.Date < next);
        var receipts = db.KeptReceipts;
        var budgets = db.Budgets;
        var notBilled = await bought.CountNotBilledAsync(floorId, month, next, cancellationToken);
        var figures = await db.Floors.Where(floor => floor.Id == floorId)
            .Select(floor => new MonthTotals(
                bills.Count(),
                bills.Sum(bill => bill.Total),
                bills.Count(bill => bill.ReversesId == null && !receipts.Any(receipt => receipt.BillId == bill.Id)),
                notBilled,
                bills.Where(bill =>
                    !budgets.Any(budget => budget.FloorId == floorId && budget.WithdrawnAt == null && budget.From <= bill.Date
                        && budget.Until >= bill.Date)).Sum(bill => bill.Total)))
            .SingleAsync(cancellationToken);
        return new MonthSummary(month, figures, await ClosingsAsync(floorId, month, cancellationToken));
    }

    /// <summary>The oldest month before another that has bills and is open; null when there is none.</summary>
    public async Task<DateOnly?> FirstOpenAsync(Guid floorId, DateOnly before, CancellationToken cancellationToken)
    {
        var standing = db.MonthClosings.Where(closing => closing.FloorId == floorId && closing.State != ClosingState.Reopened);
        var day = await db.CountedBills
            .Where(bill => bill.FloorId == floorId && bill.Date < before)
            .Where(bill => !standing.Any(closing => closing.Month <= bill.Date && bill.Date < closing.Month.AddMonths(1)))
            .MinAsync(bill => (DateOnly?)bill.Date, cancellationToken);
        return day is { } first ? new DateOnly(first.Year, first.Month, 1) : null;
    }

    /// <summary>The closed months after one, the oldest first.</summary>
    public Task<List<DateOnly>> ClosedAfterAsync(Guid floorId, DateOnly month, CancellationToken cancellationToken) =>
        db.MonthClosings
            .Where(closing => closing.FloorId == floorId && closing.Month > month && closing.State != ClosingState.Reopened)
            .Select(closing => closing.Month).Order().ToListAsync(cancellationToken);

    /// <summary>Every month from the floor's first bill to the present one, the newest first: what it holds and how it stands.</summary>
    public async Task<IReadOnlyList<MonthState>> MonthsAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken)
    {
        var bills = await db.CountedBills.Where(bill => bill.FloorId == floorId)
            .GroupBy(bill => new { bill.Date.Year, bill.Date.Month })
            .Select(month => new { month.Key.Year, month.Key.Month, Bills = month.Count() })
            .ToDictionaryAsync(month => new DateOnly(month.Year, month.Month, 1), month => month.Bills, cancellationToken);
        var states = await db.MonthClosings.Where(closing => closing.FloorId == floorId && closing.State != ClosingState.Reopened)
            .ToDictionaryAsync(closing => closing.Month, closing => closing.State, cancellationToken);
        var present = new DateOnly(today.Year, today.Month, 1);
        var first = bills.Keys.Concat(states.Keys).Append(present).Min();
        var last = states.Count == 0 ? (DateOnly?)null : states.Keys.Max();
        List<MonthState> months = [];
        for (var month = present; month >= first; month = month.AddMonths(-1))
            months.Add(new(month, bills.GetValueOrDefault(month), states.TryGetValue(month, out var state) ? state : null,
                ClosedMonthRules.IsKept(month, last)));
        return months;
    }

    /// <summary>Newest first; the first may stand, all others were opened again.</summary>
    private Task<List<ClosingView>> ClosingsAsync(Guid floorId, DateOnly month, CancellationToken cancellationToken) =>
        db.MonthClosings.Where(closing => closing.FloorId == floorId && closing.Month == month)
            .OrderByDescending(closing => closing.ClosedAt).ThenByDescending(closing => closing.Id)
            .Select(closing => new ClosingView(
                closing.Id, closing.Month, closing.State, closing.ReportId, closing.Report!.Revision, closing.Report.Spent,
                closing.Report.Bills,
                closing.ClosedById, closing.ClosedBy!.Name, closing.ClosedBy.Role, closing.ClosedAt, closing.ConfirmedBy!.Name,
                closing.ConfirmedAt, closing.ReopenedBy!.Name, closing.ReopenedAt, closing.ReopenReason))
            .AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>One closing of the floor; null when it has none by that id.</summary>
    public async Task<ClosingView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        await db.MonthClosings.Where(closing => closing.FloorId == floorId && closing.Id == id).Select(closing => (DateOnly?)closing.Month)
            .SingleOrDefaultAsync(cancellationToken) is { } month
            ? (await ClosingsAsync(floorId, month, cancellationToken)).Find(closing => closing.Id == id) : null;
}

/// <param name="WithoutReceipt">Bills with no photo or PDF of what the shop gave.</param>
/// <param name="NotBilled">Things of the shopping list that were bought in the month and stand on no bill.</param>
/// <param name="Outside">What was spent on days that no budget covers.</param>
public sealed record MonthTotals(int Bills, decimal Spent, int WithoutReceipt, int NotBilled, decimal Outside);

/// <param name="Closings">Newest first.</param>
public sealed record MonthSummary(DateOnly Month, MonthTotals Figures, IReadOnlyList<ClosingView> Closings)
{
    /// <summary>The closing that stands; null while the month is open.</summary>
    public ClosingView? Standing => Closings.FirstOrDefault(closing => closing.State != ClosingState.Reopened);
}

/// <param name="Spent">By the report that was kept with it.</param>
public sealed record ClosingView(
    Guid Id, DateOnly Month, ClosingState State, Guid ReportId, int Revision, decimal Spent, int Bills,
    Guid ClosedById, string ClosedBy, Role ClosedByRole, DateTimeOffset ClosedAt, string? ConfirmedBy, DateTimeOffset? ConfirmedAt,
    string? ReopenedBy, DateTimeOffset? ReopenedAt, string? ReopenReason);

/// <param name="Bills">How many count.</param>
/// <param name="State">Null while it was not closed.</param>
/// <param name="IsKept">It or a later month is closed, so nothing of it can change.</param>
public sealed record MonthState(DateOnly Month, int Bills, ClosingState? State, bool IsKept)
{
    /// <summary>Whether somebody is still to close it, once it is over.</summary>
    public bool IsOpen => State is null && Bills > 0;
}
