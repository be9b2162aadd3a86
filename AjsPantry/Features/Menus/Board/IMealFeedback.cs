using AjsPantry.Infrastructure.Identity;

namespace AjsPantry.Features.Menus.Board;

/// <summary>What those who ate a meal say of it, on its page. Whoever collects ratings registers it.</summary>
public interface IMealFeedback
{
    /// <summary>Those who ate a meal of the day can still rate it.</summary>
    bool IsOpen(DateOnly day, DateOnly today);

    /// <summary>Where the person rates the meal.</summary>
    Task<MealPart> AskAsync(MenuView meal, SignedIn person, CancellationToken cancellationToken);

    /// <summary>What people said of it; null when nobody said anything.</summary>
    Task<MealPart?> SaidAsync(MenuView meal, SignedIn person, CancellationToken cancellationToken);
}

/// <summary>A part of the page of a meal.</summary>
/// <param name="Partial">Its path.</param>
/// <param name="Scripts">The path of what it needs in the head of the page; null where it needs nothing.</param>
public sealed record MealPart(string Partial, object Model, string? Scripts = null);
