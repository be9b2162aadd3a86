using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement.Cards;

/// <summary>How much a floor is to buy, and what it will cost, as the list itself says.</summary>
public sealed class ToBuyCard(PantryDb db, ItemHistory history) : IHomeCard
{
    private static readonly HomeQuery<NeededItem> Items = new((db, floorId, memberId, today) => db.Set<ShoppingItem>().AsNoTracking()
        .Where(item => item.FloorId == floorId && (item.State == ShoppingState.Needed || item.State == ShoppingState.Assigned))
        .Select(item => new NeededItem(item.Name, item.Unit, item.Quantity, item.NeededBy)));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        if (!home.IsHeads)
            return;
        var soon = home.Today.AddDays(ToBuy.DaysOfSoon);
        var items = await Items.AskAsync(db, home, cancellationToken);
        var cost = items.Count == 0 ? null
            : Estimate.For([.. items.Select(item => (item.Name, item.Unit, item.Quantity))],
                await history.ReadAsync(home.Floor.Id, cancellationToken));
        home.Cards.Add(new ToBuy(home, items.Count, items.Count(item => item.NeededBy <= soon), cost));
    }

    private sealed record NeededItem(string Name, string Unit, decimal Quantity, DateOnly? NeededBy);
}

/// <param name="Soon">How many are needed within <see cref="DaysOfSoon"/> days.</param>
/// <param name="Cost">Null while the list is empty.</param>
public sealed record ToBuy(Home Home, int Items, int Soon, Estimate? Cost)
    : HomeCard(HomePlace.ShoppingTile, "/Features/Procurement/Cards/_ToBuy.cshtml")
{
    public const int DaysOfSoon = 2;

    /// <summary>about ₹120.00, 2 without a known price; 1 needed by Tue 17 Mar.</summary>
    public string Words => Price + (Soon > 0 ? $"; {Soon} needed by {Home.Day(Home.Today.AddDays(DaysOfSoon))}" : "");

    private string Price => Items == 0 ? "nothing is missing"
        : Cost is not { Priced: > 0 } cost ? "no price known yet"
        : $"about {Home.Formats.Money(cost.Cost)}{(cost.Priced < cost.Of ? $", {cost.Of - cost.Priced} without a known price" : "")}";
}
