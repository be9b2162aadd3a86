using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement.Cards;

/// <summary>What the person is to buy, what is needed soonest first.</summary>
public sealed class OwnShoppingCard(PantryDb db) : IHomeCard
{
    private const int Most = 30;

    private static readonly HomeQuery<OwnItem> Items = new((db, floorId, memberId, today) => db.Set<ShoppingItem>().AsNoTracking()
        .Where(item => item.FloorId == floorId && item.AssigneeId == memberId && item.State == ShoppingState.Assigned)
        .OrderBy(item => item.NeededBy ?? DateOnly.MaxValue).ThenBy(item => item.AddedAt).Take(Most)
        .Select(item => new OwnItem(item.Id, item.Name, item.Quantity, item.Unit, item.NeededBy, item.Priority == Priority.High)));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        var items = await Items.AskAsync(db, home, cancellationToken);
        if (items.Count > 0)
            home.Cards.Add(new OwnShopping(home, items));
    }
}

public sealed record OwnShopping(Home Home, IReadOnlyList<OwnItem> Items)
    : HomeCard(HomePlace.Shopping, "/Features/Procurement/Cards/_OwnShopping.cshtml");

public sealed record OwnItem(Guid Id, string Name, decimal Quantity, string Unit, DateOnly? NeededBy, bool IsUrgent);
