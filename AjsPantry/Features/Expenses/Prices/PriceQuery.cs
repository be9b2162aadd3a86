using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Prices;

/// <summary>What a floor paid for one item over time.</summary>
public sealed class PriceQuery(PantryDb db)
{
    private const int Most = 60;

    /// <summary>The latest first. Bills that were voided or reversed are left out.</summary>
    public async Task<IReadOnlyList<PaidPrice>> ReadAsync(Guid floorId, string item, string unit, CancellationToken cancellationToken)
    {
        var name = item.ToLowerInvariant();
        var lines = from bill in db.LastingPurchases
                    where bill.FloorId == floorId
                    from line in bill.Lines
                    where line.Unit == unit && line.Item.ToLower() == name
                    orderby bill.Date descending, bill.RecordedAt descending, line.Position
                    select new PaidPrice(bill.Id, bill.Shop, bill.Date, line.Item, line.Quantity, line.Unit, line.Amount);
        return await lines.Take(Most).AsNoTracking().ToListAsync(cancellationToken);
    }
}

/// <summary>One line of a bill as a price.</summary>
public sealed record PaidPrice(Guid BillId, string Shop, DateOnly Date, string Item, decimal Quantity, string Unit, decimal Amount)
{
    /// <summary>For one of <see cref="For"/>, to the paisa.</summary>
    public decimal Each => PriceEach.Of(Quantity, Unit, Amount);

    public string For => PriceEach.For(Unit);
}
