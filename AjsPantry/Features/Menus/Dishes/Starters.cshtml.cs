using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes;

public sealed class StartersModel(StarterSet set) : DishesPage
{
    public IReadOnlyList<StarterView> Dishes { get; private set; } = [];

    /// <summary>How many would be added.</summary>
    public int Missing => Dishes.Count(dish => dish.State == StarterState.Missing);

    /// <summary>Why a dish is not added; null for one that is.</summary>
    public static string? Why(StarterView dish) => dish.State switch
    {
        StarterState.Present => "In the library",
        StarterState.Archived => "Archived here",
        StarterState.Alike => $"Looks like {dish.Alike}",
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancellationToken) => Dishes = await set.CompareAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await set.LoadAsync(cancellationToken);
        outcome.ShowIn(ModelState, "");
        if (!outcome.IsDone)
        {
            await OnGetAsync(cancellationToken);
            return Page();
        }

        Toast = outcome.Value.Added switch { 0 => "All of them were there already.", 1 => "1 dish is added.", var count => $"{count} dishes are added." };
        return ToPage("/Menus/Dishes/Index");
    }
}
