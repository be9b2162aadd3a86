using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement;

/// <summary>What a floor bought before: how much of it, and what it cost.</summary>
public sealed class ItemHistory(PantryDb db, ReadCache cache)
{
    private const int MostItems = 150;

    /// <summary>How many lines proposals look back; keeps them quick however long the history.</summary>
    private const int Recent = 500;

    /// <summary>Items by how lately they were bought, each with the quantity, unit and price of its last time.</summary>
    public async Task<IReadOnlyList<BoughtBefore>> ReadAsync(Guid floorId, CancellationToken cancellationToken) =>
        await cache.ReadAsync(("bought before", floorId), async () => await AskAsync(floorId, cancellationToken));

    private async Task<IReadOnlyList<BoughtBefore>> AskAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var all = await OnBills(floorId).Take(Recent).Concat(InTrolley(floorId).Take(Recent)).ToListAsync(cancellationToken);
        return
        [
            .. all.OrderByDescending(paid => paid.Date).ThenByDescending(paid => paid.At).ThenBy(paid => paid.Place)
                .DistinctBy(paid => (ItemName.Normal(paid.Item), paid.Unit)).Take(MostItems)
                .Select(paid => new BoughtBefore(paid.Item, paid.Quantity, paid.Unit, paid.Amount, paid.Category, paid.Date)),
        ];
    }

    private IQueryable<Paid> OnBills(Guid floorId) =>
        from bill in db.Purchases.AsNoTracking()
        where bill.FloorId == floorId
        from line in bill.Lines
        orderby bill.Date descending, bill.RecordedAt descending, line.Position, line.Id
        select new Paid
        {
            Item = line.Item + "",
            Quantity = Convert.ToDecimal(line.Quantity),
            Unit = line.Unit + "",
            Amount = Convert.ToDecimal(line.Amount),
            Category = line.Category,
            Date = bill.Date,
            At = bill.RecordedAt,
            Place = line.Position,
        };

    /// <summary>What is in the trolley with its price stands on no bill yet, and is the latest that is known.</summary>
    private IQueryable<Paid> InTrolley(Guid floorId) =>
        db.ShoppingItems.AsNoTracking()
            .Where(item => item.FloorId == floorId && item.State == ShoppingState.Bought && item.Price != null)
            .OrderByDescending(item => item.BoughtOn).ThenByDescending(item => item.BoughtAt).ThenBy(item => item.Position)
            .ThenBy(item => item.Id)
            .Select(item =>
                new Paid
                {
                    Item = item.Name + "",
                    Quantity = Convert.ToDecimal(item.BoughtQuantity!.Value),
                    Unit = item.Unit + "",
                    Amount = Convert.ToDecimal(item.Price!.Value),
                    Category = item.Category,
                    Date = item.BoughtOn!.Value,
                    At = item.BoughtAt!.Value,
                    Place = item.Position,
                });

    /// <summary>A line of a bill or a thing in the trolley. Both have one shape, so that one command reads them together.</summary>
    private sealed record Paid
    {
        public required string Item { get; init; }

        public required decimal Quantity { get; init; }

        public required string Unit { get; init; }

        public required decimal Amount { get; init; }

        public required Category Category { get; init; }

        public required DateOnly Date { get; init; }

        public required DateTimeOffset At { get; init; }

        /// <summary>Among what was written down with it.</summary>
        public required int Place { get; init; }
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
    /// <summary>
    /// Each needed quantity at the last price of the same item and unit, to the paisa; what was never bought is not guessed.
    /// </summary>
    public static Estimate For(IReadOnlyCollection<(string Name, string Unit, decimal Quantity)> items, IEnumerable<BoughtBefore> history)
    {
        var prices = history.Where(line => line.Quantity > 0).GroupBy(line => (ItemName.Normal(line.Item), line.Unit))
            .ToDictionary(group => group.Key, group => group.First());
        var known = items.Where(item => prices.ContainsKey((ItemName.Normal(item.Name), item.Unit))).ToList();
        var cost = known.Sum(item => prices[(ItemName.Normal(item.Name), item.Unit)] is var last
            ? Math.Round(last.Amount * item.Quantity / last.Quantity, 2, MidpointRounding.AwayFromZero) : 0);
        return new(cost, known.Count, items.Count);
    }
}
