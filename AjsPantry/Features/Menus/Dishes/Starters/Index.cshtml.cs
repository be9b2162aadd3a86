using AjsPantry.Features.Menus.Dishes.Library;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes.Starters;

public sealed class StartersModel(StarterSet set) : DishesPage
{
    /// <summary>The names of the dishes that are ticked.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    public IReadOnlyList<StarterView> Dishes { get; private set; } = [];

    /// <summary>How many would be added.</summary>
    public int Missing => Dishes.Count(dish => dish.State == StarterState.Missing);

    /// <summary>Why a dish is not added; null for one that is.</summary>
    public static string? Why(StarterView dish) => dish.State switch
    {
        StarterState.Present => "You have it",
        StarterState.Archived => "Archived",
        StarterState.Alike => $"Looks like {dish.Alike}",
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Dishes = await set.CompareAsync(cancellationToken);
        Chosen = [.. Dishes.Where(dish => dish.State == StarterState.Missing).Select(dish => dish.Dish.Name)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await set.LoadAsync(Chosen, cancellationToken);
        outcome.ShowIn(ModelState, "");
        if (!outcome.IsDone)
        {
            Dishes = await set.CompareAsync(cancellationToken);
            return Page();
        }

        Toast = outcome.Value.Added switch
        {
            0 => "You already have these dishes.",
            1 => "1 dish is added.",
            var count =>
            $"{count} dishes are added."
        };
        return ToPage("/Menus/Dishes/Library/Index");
    }
}
