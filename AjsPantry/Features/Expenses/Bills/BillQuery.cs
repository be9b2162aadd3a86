using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Bills;

/// <summary>One bill of a floor with its lines; null when the floor has none by that id.</summary>
public sealed class BillQuery(PantryDb db)
{
    public Task<BillView?> ReadAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        var counted = db.CountedBills;
        var closings = db.MonthClosings;
        var entries = db.AuditEntries;
        return db.Bills.Where(bill => bill.FloorId == floorId && bill.Id == id)
            .Select(bill => new BillView(
                bill.Id, bill.Number, bill.Date, bill.Shop, bill.LinesTotal, bill.Charges, bill.Discount, bill.Total,
                bill.RecordedBy == null ? null : bill.RecordedBy.Name, bill.RecordedAt, bill.ChangedAt, bill.VoidedAt, bill.VoidReason,
                bill.Version,
                bill.Lines.OrderBy(line => line.Position)
                    .Select(line =>
                        new BillDraftLine(
                            line.Item, line.Quantity, line.Unit, line.UnitPrice, line.Amount, line.Category, line.ShoppingItemId)).ToList())
            {
                IsClosed = closings.Any(closing => closing.FloorId == bill.FloorId && closing.State != ClosingState.Reopened
                    && bill.Date < closing.Month.AddMonths(1)),
                Reverses = bill.Reverses == null ? null : new BillLink(bill.Reverses.Id, bill.Reverses.Number, bill.Reverses.Date),
                ReversedBy = counted.Where(other => other.ReversesId == bill.Id)
                    .Select(other => new BillLink(other.Id, other.Number, other.Date)).FirstOrDefault(),
                ReversalReason = bill.ReversesId == null ? null
                    : entries.Where(entry => entry.ThingId == bill.Id && entry.Before == null).Select(entry => entry.Reason)
                        .FirstOrDefault(),
            })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
    }
}

public sealed record BillView(
    Guid Id, string Number, DateOnly Date, string Shop, decimal LinesTotal, decimal Charges, decimal Discount, decimal Total,
    string? RecordedBy, DateTimeOffset RecordedAt, DateTimeOffset ChangedAt, DateTimeOffset? VoidedAt, string? VoidReason, uint Version,
    IReadOnlyList<BillDraftLine> Lines)
{
    /// <summary>Its month is closed; it stays as it is.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The bill that this one takes back; null for what a shop gave.</summary>
    public BillLink? Reverses { get; init; }

    /// <summary>Why it does, as was written then.</summary>
    public string? ReversalReason { get; init; }

    /// <summary>The bill that takes this one back; null when none does.</summary>
    public BillLink? ReversedBy { get; init; }

    /// <summary>It counts in a closed month, and nothing takes it back yet.</summary>
    public bool MayBeReversed => IsClosed && VoidedAt is null && Reverses is null && ReversedBy is null;
}

/// <summary>Another bill, to lead to.</summary>
public sealed record BillLink(Guid Id, string Number, DateOnly Date);
