using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses;

/// <summary>One bill of a floor with its lines; null when the floor has none by that id.</summary>
public sealed class BillQuery(PantryDb db)
{
    public Task<BillView?> ReadAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        db.Bills.Where(bill => bill.FloorId == floorId && bill.Id == id)
            .Select(bill => new BillView(
                bill.Id, bill.Number, bill.Date, bill.Shop, bill.LinesTotal, bill.Charges, bill.Discount, bill.Total,
                bill.RecordedBy == null ? null : bill.RecordedBy.Name, bill.RecordedAt, bill.ChangedAt, bill.VoidedAt, bill.VoidReason, bill.Version,
                bill.Lines.OrderBy(line => line.Position).Select(line => new BillLineView(line.Item, line.Quantity, line.Unit, line.UnitPrice, line.Amount, line.Category)).ToList()))
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
}

public sealed record BillView(
    Guid Id, string Number, DateOnly Date, string Shop, decimal LinesTotal, decimal Charges, decimal Discount, decimal Total,
    string? RecordedBy, DateTimeOffset RecordedAt, DateTimeOffset ChangedAt, DateTimeOffset? VoidedAt, string? VoidReason, uint Version, IReadOnlyList<BillLineView> Lines);

public sealed record BillLineView(string Item, decimal Quantity, string Unit, decimal? UnitPrice, decimal Amount, Category Category);
