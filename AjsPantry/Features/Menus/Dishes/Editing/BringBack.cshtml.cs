using AjsPantry.Features.Menus.Dishes.Library;
using AjsPantry.Features.Menus.Dishes.Merging;
using AjsPantry.Features.Menus.Dishes.Recipe;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes.Editing;

public sealed class BringBackModel(DishQuery query, NamesakesQuery namesakes, BringBackDish handler) : DishPage(query)
{
    /// <summary>The dish that has the name by now; null when nobody took it.</summary>
    public Namesake? Taker { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Dish.IsInUse)
            return ToDish();
        Taker = (await namesakes.FindAsync(Dish.Name, Id, cancellationToken))
            .FirstOrDefault(other => !other.IsArchived && other.NormalName == DishName.Normal(Dish.Name));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Id, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, "");
        if (!outcome.IsDone)
            return await OnGetAsync(cancellationToken);
        Toast = $"{outcome.Value.Name} is in the library again.";
        return ToDish();
    }
}
