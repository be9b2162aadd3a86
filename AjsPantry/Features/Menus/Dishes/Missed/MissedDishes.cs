using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Missed;

/// <summary>A dish that people liked.</summary>
/// <param name="Last">The last day on which it was the main dish.</param>
/// <param name="Next">The next day for which it is planned; null when it is not.</param>
public sealed record LikedDish(Guid? Id, string Name, DateOnly? Last, DateOnly? Next, Score Score);

/// <summary>What was liked and was not on the table for a while, to be planned again.</summary>
public static class MissedDishes
{
    /// <summary>Four weeks: most floors come round to everything they often cook within them.</summary>
    public const int Days = 28;

    /// <summary>With fewer ratings nobody knows whether it was liked.</summary>
    public const int LeastRatings = 3;

    /// <summary>From this average on a dish counts as liked.</summary>
    public const decimal LeastAverage = 3.8m;

    /// <summary>More than these nobody reads.</summary>
    public const int Most = 5;

    /// <summary>The best liked first; equal ones by how long ago they were.</summary>
    /// <param name="today">In the tenant's time zone.</param>
    public static IReadOnlyList<LikedDish> Of(IEnumerable<LikedDish> dishes, DateOnly today) =>
    [
        .. dishes.Where(dish => dish.Next is null && dish.Last <= today.AddDays(-Days) && dish.Score.Count >= LeastRatings
            && dish.Score.Sum >= LeastAverage * dish.Score.Count)
            .OrderByDescending(dish => (decimal)dish.Score.Sum / dish.Score.Count).ThenBy(dish => dish.Last)
                .ThenBy(dish => dish.Name, StringComparer.Ordinal).Take(Most),
    ];
}

/// <summary>Reads what of a floor's dishes was liked.</summary>
public sealed class MissedDishesQuery(PantryDb db, IDishRatings ratings)
{
    /// <summary>Longer ago nobody remembers how it tasted.</summary>
    private const int DaysBack = 731;

    public async Task<IReadOnlyList<LikedDish>> ReadAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken)
    {
        var since = today.AddDays(-DaysBack);
        var liked = await ratings.OfDishesAsync(floorId, null, cancellationToken);
        List<Guid> ids = [.. liked.Where(dish => dish.Value.Score.Count >= MissedDishes.LeastRatings).Select(dish => dish.Key)];
        var menus = db.Menus.Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date >= since);
        var dishes = await db.Dishes.AsNoTracking().Where(dish => dish.ArchivedAt == null && ids.Contains(dish.Id))
            .Select(dish => new
            {
                dish.Id,
                dish.Name,
                Last = menus.Where(menu => menu.DishId == dish.Id && menu.Date <= today).Max(menu => (DateOnly?)menu.Date),
                Next = menus.Where(menu => menu.DishId == dish.Id && menu.Date > today).Min(menu => (DateOnly?)menu.Date),
            }).ToListAsync(cancellationToken);
        return MissedDishes.Of(dishes.Select(dish => new LikedDish(dish.Id, dish.Name, dish.Last, dish.Next, liked[dish.Id].Score)), today);
    }
}

/// <param name="Day">Writes a day.</param>
/// <param name="Plan">Where the form with the id "plan" is sent to take a dish into its first free row; null on pages without that
/// form.</param>
public sealed record MissedView(IReadOnlyList<LikedDish> Dishes, Func<DateOnly, string> Day, string? Plan = null);
