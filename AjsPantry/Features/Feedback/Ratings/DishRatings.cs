using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ratings;

/// <summary>What ratings tell about dishes and meals.</summary>
public sealed class DishRatings(PantryDb db) : IDishRatings
{
    public async Task<IReadOnlyDictionary<Guid, DishInsight>> OfDishesAsync(
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

    public async Task<IReadOnlyDictionary<Guid, Score>> OfMealsAsync(
        IReadOnlyCollection<Guid> menuIds, CancellationToken cancellationToken) =>
        await db.Ratings.AsNoTracking().Where(rating => menuIds.Contains(rating.MenuId) && rating.WithdrawnAt == null)
            .GroupBy(rating => rating.MenuId)
            .Select(meal => new { meal.Key, Stars = meal.Sum(rating => rating.Stars), Count = meal.Count() })
            .ToDictionaryAsync(meal => meal.Key, meal => new Score(meal.Stars, meal.Count), cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, Guid>> PhotosAsync(
        Guid floorId, IReadOnlyCollection<Guid> dishIds, CancellationToken cancellationToken)
    {
        var shown = db.Ratings
            .Where(rating => rating.PhotoAt != null && rating.WithdrawnAt == null && rating.HiddenAt == null
                && rating.Menu!.FloorId == floorId)
            .OrderByDescending(rating => rating.PhotoAt);
        var photos = await db.Dishes.AsNoTracking().Where(dish => dishIds.Contains(dish.Id))
            .Select(dish => new
            {
                dish.Id,
                Photo = shown.Where(rating => rating.Menu!.DishId == dish.Id).Select(rating => (Guid?)rating.Id).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return photos.Where(dish => dish.Photo is not null).ToDictionary(dish => dish.Id, dish => dish.Photo!.Value);
    }
}
