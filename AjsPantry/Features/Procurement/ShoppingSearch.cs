using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Search;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement;

/// <summary>Finds what is to be bought, or is bought and on no bill yet.</summary>
public sealed class ShoppingSearch(PantryDb db) : ISearchSource
{
    public int Place => 4;

    public Permission Permission => Permission.ViewShopping;

    public async Task<IReadOnlyList<Hit>> FindAsync(SearchWords search, CancellationToken cancellationToken)
    {
        var found = db.HaveWords("shopping", search.Words);
        var own = search.FloorId;
        var floors = db.Floors;
        var items = await db.ShoppingItems.AsNoTracking()
            .Where(item => (own == null || item.FloorId == own)
                && (item.State == ShoppingState.Needed || item.State == ShoppingState.Assigned || item.State == ShoppingState.Bought)
                && found.Contains(item.Id))
            .OrderByDescending(item => item.AddedAt).Take(SearchWords.MostHits)
            .Select(item => new
            {
                item.Id,
                item.Name,
                Assignee = item.Assignee!.Name,
                item.NeededBy,
                Floor = floors.First(floor => floor.Id == item.FloorId).Number,
            }).ToListAsync(cancellationToken);
        return
        [
            .. items.OrderByDescending(item => item.NeededBy).ThenBy(item => item.Name, NameOrder.Comparer)
                .Select(item => new Hit("basket", "/Procurement/List/Item", item.Id, item.Name)
                {
                    Details = [item.Assignee, item.NeededBy is { } day ? $"needed by {search.Day(day)}" : null],
                    Floor = item.Floor,
                }),
        ];
    }
}
