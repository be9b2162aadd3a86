using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Merging;

/// <summary>What a merge would do, to be read before it is done.</summary>
public sealed class MergeQuery(PantryDb db)
{
    /// <summary>Longer chains do not come about by people's hands.</summary>
    private const int LongestChain = 50;

    /// <summary>The dish itself, or the one in which it lives on if it was merged.</summary>
    public async Task<Guid> EndOfChainAsync(Guid id, CancellationToken cancellationToken)
    {
        for (var step = 0; step < LongestChain; step++)
        {
            var current = id;
            if (await db.Dishes.Where(dish => dish.Id == current).Select(dish => dish.MergedIntoId)
                .SingleOrDefaultAsync(cancellationToken) is not { } next)
                return current;
            id = next;
        }

        return id;
    }

    /// <summary>Counts the meals that would move.</summary>
    public async Task<MergeCounts> CountAsync(Guid goes, Guid stays, CancellationToken cancellationToken) =>
        await db.Menus.Where(menu => menu.DishId == goes || menu.SideId == goes).GroupBy(_ => 1)
            .Select(all => new MergeCounts(
                all.Count(menu => menu.DishId == goes), all.Count(menu => menu.SideId == goes),
                all.Count(menu => (menu.DishId == goes && menu.SideId == stays) || (menu.DishId == stays && menu.SideId == goes))))
            .SingleOrDefaultAsync(cancellationToken) ?? new(0, 0, 0);

    /// <summary>The dishes that may stay: those in use, the ones with a near name first.</summary>
    public async Task<IReadOnlyList<MergeChoice>> ChoicesAsync(Guid goes, string name, CancellationToken cancellationToken)
    {
        var normal = DishName.Normal(name);
        var all = await db.Dishes.AsNoTracking().Where(dish => dish.ArchivedAt == null && dish.Id != goes)
            .OrderBy(dish => dish.NormalName).Select(dish => new { dish.Id, dish.Name, dish.NormalName }).ToListAsync(cancellationToken);
        return [.. all.Select(dish => new MergeChoice(dish.Id, dish.Name, NearName.IsNear(dish.NormalName, normal)))];
    }
}

/// <param name="AsDish">Meals in which the dish that goes is the dish.</param>
/// <param name="AsSide">Meals in which it is the side.</param>
/// <param name="LosingSide">Meals that have both dishes, and so lose the side.</param>
public sealed record MergeCounts(int AsDish, int AsSide, int LosingSide);

/// <summary>A dish that may stay.</summary>
public sealed record MergeChoice(Guid Id, string Name, bool IsNear);
