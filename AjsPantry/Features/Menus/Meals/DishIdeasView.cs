using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Features.Menus.Meals;

/// <summary>What people would like better, for whoever plans a meal.</summary>
/// <param name="OfAny">They are about several dishes, because none is chosen yet.</param>
/// <param name="Meal">The meal that the form changes; null for a new one.</param>
/// <param name="Floor">The floor's number, which the buttons keep.</param>
public sealed record DishIdeasView(IReadOnlyList<DishIdea> Ideas, bool OfAny, Guid? Meal, int Floor)
{
    public static readonly DishIdeasView None = new([], true, null, 0);

    /// <param name="typed">The dish as the form names it; a new one has no ideas.</param>
    public static async Task<DishIdeasView> OfAsync(
        IDishIdeas ideas, FloorView floor, string? typed, Guid? meal, CancellationToken cancellationToken)
    {
        var name = DishName.Normal(typed);
        return new(await ideas.TopAsync(floor.Id, name, cancellationToken), name == "", meal, floor.Number);
    }

    /// <summary>The notes of a meal with the idea below them. Notes that have it already stay as they are.</summary>
    /// <param name="most">How many characters notes may have.</param>
    /// <returns>Null when there is no room for it.</returns>
    public static string? Noted(string? notes, string text, int most)
    {
        var present = (notes ?? "").ReplaceLineEndings("\n");
        var line = text.ReplaceLineEndings("\n");
        if (present.Contains(line, StringComparison.Ordinal))
            return notes;
        var noted = string.IsNullOrWhiteSpace(present) ? line : $"{present.TrimEnd()}\n{line}";
        return noted.Length <= most ? noted : null;
    }
}
