using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Merging;

/// <summary>Finds the dishes that a name may mean.</summary>
public sealed class NamesakesQuery(PantryDb db)
{
    /// <summary>More would not be read.</summary>
    private const int Most = 5;

    /// <summary>
    /// Dishes whose name is the same or near, the same one first and archived ones last. Merged ones live on in another and are left out.
    /// </summary>
    /// <param name="except">The dish being changed, which is no namesake of itself.</param>
    public async Task<IReadOnlyList<Namesake>> FindAsync(string? name, Guid? except, CancellationToken cancellationToken)
    {
        var normal = DishName.Normal(name);
        if (normal == "")
            return [];
        var all = await AllAsync(except, cancellationToken);
        return [.. all.Where(dish => NearName.IsNear(dish.NormalName, normal))
            .OrderByDescending(dish => dish.NormalName == normal && !dish.IsArchived).ThenBy(dish => dish.IsArchived)
            .ThenBy(dish => NearName.Distance(dish.NormalName, normal)).ThenBy(dish => dish.Name, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>Every dish that is not merged, by its name as it is compared.</summary>
    public Task<List<Namesake>> AllAsync(Guid? except, CancellationToken cancellationToken) =>
        db.Dishes.AsNoTracking().Where(dish => dish.MergedIntoId == null && dish.Id != except)
            .Select(dish => new Namesake(dish.Id, dish.Name, dish.NormalName, dish.ArchivedAt != null)).ToListAsync(cancellationToken);
}

/// <summary>A dish that has the same name or a near one.</summary>
public sealed record Namesake(Guid Id, string Name, string NormalName, bool IsArchived);
