using AjsPantry.Features.Menus.Dishes.Library;
using AjsPantry.Features.Menus.Dishes.Recipe;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes.Editing;

public sealed class ArchiveDishModel(DishQuery query, ArchiveDish handler) : DishPage(query)
{
    /// <summary>Why it cannot go yet; null when it can.</summary>
    public string? Obstacle { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Dish.IsInUse)
            return ToDish();
        Obstacle = (await handler.ObstacleAsync(Id, cancellationToken))?.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Id, cancellationToken) is not { } outcome)
            return NotFound();
        if (!outcome.IsDone)
            return await OnGetAsync(cancellationToken);
        Toast = $"{outcome.Value.Name} is archived.";
        return ToDish();
    }
}
