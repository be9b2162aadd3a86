using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Insights;

/// <summary>What the meals of a floor tell about dishes.</summary>
public sealed class InsightsQuery(PantryDb db)
{
    /// <summary>How each dish was liked as the main dish of the floor, by room; those that nobody rated are left out.</summary>
    /// <param name="floorId">Null for every floor of the tenant.</param>
    /// <param name="dishIds">Null for every dish.</param>
    public async Task<IReadOnlyDictionary<Guid, DishInsight>> OfAsync(
        Guid? floorId, IReadOnlyCollection<Guid>? dishIds, CancellationToken cancellationToken)
    {
        var rows = await db.Ratings.AsNoTracking()
            .Where(rating => (floorId == null || rating.Menu!.FloorId == floorId) && rating.WithdrawnAt == null
                && rating.Menu!.CancelledAt == null && (dishIds == null || dishIds.Contains(rating.Menu.DishId)))
            .GroupBy(rating => new { rating.Menu!.DishId, rating.Menu.RoomId, Room = rating.Menu.Room!.Name })
            .Select(group => new { group.Key.DishId, group.Key.Room, Count = group.Count(), Sum = group.Sum(rating => rating.Stars) })
                .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.DishId).ToDictionary(dish => dish.Key, dish => new DishInsight(
            new Score(dish.Sum(row => row.Sum), dish.Sum(row => row.Count)),
            dish.Where(row => row.Room is not null).OrderByDescending(row => (decimal)row.Sum / row.Count)
                .ThenByDescending(row => row.Count).Select(row => row.Room).FirstOrDefault()));
    }
}

/// <param name="BestRoom">The room with the best average at the dish; null when no room cooked it.</param>
public sealed record DishInsight(Score Score, string? BestRoom);

/// <summary>Stars added up.</summary>
/// <param name="Count">How many people rated.</param>
public readonly record struct Score(int Sum, int Count)
{
    /// <summary>4.6; only where somebody rated.</summary>
    public string Average =>
        Math.Round((decimal)Sum / Count, 1, MidpointRounding.AwayFromZero)
            .ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
