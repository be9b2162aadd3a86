using AjsPantry.Features.Menus.Dishes;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>A page with the form of an idea, and the dishes that it may be about.</summary>
public interface IIdeaForm
{
    IdeaInput Input { get; }

    /// <summary>The library's dishes in use by name.</summary>
    IReadOnlyList<DishChoice> Dishes { get; }
}
