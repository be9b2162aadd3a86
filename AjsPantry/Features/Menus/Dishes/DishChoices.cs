using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes;

/// <summary>The library's dishes in use by name, for forms to choose from.</summary>
public sealed class DishChoices(PantryDb db)
{
    public async Task<IReadOnlyList<DishChoice>> ReadAsync(CancellationToken cancellationToken) =>
        await db.Dishes.AsNoTracking().Where(dish => dish.ArchivedAt == null).OrderBy(dish => NameOrder.Of(dish.Name))
            .Select(dish => new DishChoice(dish.Name, dish.Category)).ToListAsync(cancellationToken);
}

public sealed record DishChoice(string Name, DishCategory Category);
