using AjsPantry.Features.Shared;

namespace AjsPantry.Features.Menus.Dishes;

/// <summary>How people like dishes and meals. Whoever collects ratings registers it.</summary>
public interface IDishRatings
{
    /// <summary>How each dish was liked as the main dish of the floor; those that nobody rated are left out.</summary>
    /// <param name="floorId">Null for every floor of the tenant.</param>
    /// <param name="dishIds">Null for every dish.</param>
    Task<IReadOnlyDictionary<Guid, DishInsight>> OfDishesAsync(
        Guid? floorId, IReadOnlyCollection<Guid>? dishIds, CancellationToken cancellationToken);

    /// <summary>How each meal was liked; those that nobody rated are left out.</summary>
    Task<IReadOnlyDictionary<Guid, Score>> OfMealsAsync(IReadOnlyCollection<Guid> menuIds, CancellationToken cancellationToken);

    /// <summary>The rating with the latest photo of each dish on the floor; those without one are left out.</summary>
    Task<IReadOnlyDictionary<Guid, Guid>> PhotosAsync(
        Guid floorId, IReadOnlyCollection<Guid> dishIds, CancellationToken cancellationToken);
}

/// <param name="BestRoom">The room with the best average at the dish; null when no room cooked it.</param>
public sealed record DishInsight(Score Score, string? BestRoom);
