using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Features.Procurement.Cards;

/// <summary>How much each floor is to buy.</summary>
public sealed class FloorShoppingCard(PantryDb db) : IFloorsCard
{
    private static readonly FloorsQuestion<FloorItems> Counts = new((db, today) => db.Set<ShoppingItem>()
        .Where(item => item.State == ShoppingState.Needed || item.State == ShoppingState.Assigned).GroupBy(item => item.FloorId)
        .Select(floor => new FloorItems(floor.Key, floor.Count())));

    public async Task ReadAsync(FloorsHome home, CancellationToken cancellationToken)
    {
        var counts = (await Counts.AskAsync(db, home, cancellationToken)).ToDictionary(floor => floor.FloorId, floor => floor.Items);
        foreach (var row in home.Rows)
            row.Items = counts.GetValueOrDefault(row.Floor.Id);
    }

    private sealed record FloorItems(Guid FloorId, int Items);
}
