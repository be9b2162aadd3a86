using AjsPantry.Features.Expenses;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement;

/// <summary>What a floor bought before: how much of it, and what it cost.</summary>
public sealed class ItemHistory(PantryDb db)
{
    private const int MostItems = 150;

    /// <summary>How many lines proposals look back; keeps them quick however long the history.</summary>
    private const int Recent = 500;

    /// <summary>Items by how lately they were bought, each with the quantity, unit and price of its last time.</summary>
    public async Task<IReadOnlyList<BoughtBefore>> ReadAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var lines = await (from bill in db.Bills.AsNoTracking()
                           where bill.FloorId == floorId && bill.VoidedAt == null && bill.ReversesId == null
                           orderby bill.Date descending, bill.RecordedAt descending
                           from line in bill.Lines
                           select new BoughtBefore(line.Item, line.Quantity, line.Unit, line.Amount, line.Category, bill.Date)).Take(Recent).ToListAsync(cancellationToken);
        return [.. lines.DistinctBy(line => (ItemName.Normal(line.Item), line.Unit)).Take(MostItems)];
    }
}

/// <param name="Amount">What was paid for all of it.</param>
public sealed record BoughtBefore(string Item, decimal Quantity, string Unit, decimal Amount, Category Category, DateOnly Date);

/// <summary>What a list will cost, by what the same things cost last time.</summary>
/// <param name="Cost">Of those that have a price.</param>
/// <param name="Priced">How many of the list have one.</param>
/// <param name="Of">How many there are.</param>
public sealed record Estimate(decimal Cost, int Priced, int Of)
{
    /// <summary>Each needed quantity at the last price of the same item and unit, to the paisa; what was never bought is not guessed.</summary>
    public static Estimate For(IReadOnlyCollection<(string Name, string Unit, decimal Quantity)> items, IEnumerable<BoughtBefore> history)
    {
        var prices = history.Where(line => line.Quantity > 0).GroupBy(line => (ItemName.Normal(line.Item), line.Unit)).ToDictionary(group => group.Key, group => group.First());
        var known = items.Where(item => prices.ContainsKey((ItemName.Normal(item.Name), item.Unit))).ToList();
        var cost = known.Sum(item => prices[(ItemName.Normal(item.Name), item.Unit)] is var last ? Math.Round(last.Amount * item.Quantity / last.Quantity, 2, MidpointRounding.AwayFromZero) : 0);
        return new(cost, known.Count, items.Count);
    }
}
