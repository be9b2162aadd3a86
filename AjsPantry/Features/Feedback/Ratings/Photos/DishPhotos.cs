using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Features.Feedback.Ratings.Photos;

/// <summary>How a dish looked the last time that somebody of a floor took a photo of it; parts of queries.</summary>
public static class DishPhotos
{
    /// <summary>Ratings of a floor's meals whose photo everybody of the floor may see, the latest first.</summary>
    public static IQueryable<Rating> Shown(PantryDb db, Guid? floorId) =>
        db.Ratings
            .Where(rating => rating.PhotoAt != null && rating.WithdrawnAt == null && rating.HiddenAt == null
                && rating.Menu!.FloorId == floorId)
            .OrderByDescending(rating => rating.PhotoAt);
}
