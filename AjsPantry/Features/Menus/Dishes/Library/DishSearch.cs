using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Search;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Library;

/// <summary>Finds dishes in use by their names.</summary>
public sealed class DishSearch(PantryDb db) : ISearchSource
{
    public int Place => 1;

    public Permission Permission => Permission.ViewMenus;

    public async Task<IReadOnlyList<Hit>> FindAsync(SearchWords search, CancellationToken cancellationToken)
    {
        var found = db.HaveWords("dishes", search.Words);
        var dishes = await db.Dishes.AsNoTracking()
            .Where(dish => dish.ArchivedAt == null && found.Contains(dish.Id))
            .OrderBy(dish => NameOrder.Of(dish.NormalName)).Take(SearchWords.MostHits)
            .Select(dish => new { dish.Id, dish.Name }).ToListAsync(cancellationToken);
        return
        [
            .. dishes.OrderBy(dish => dish.Name, NameOrder.Comparer)
                .Select(dish => new Hit("fork-knife", "/Menus/Dishes/Recipe/Dish", dish.Id, dish.Name)),
        ];
    }
}
