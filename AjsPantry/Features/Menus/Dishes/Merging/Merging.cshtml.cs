using AjsPantry.Features.Menus.Dishes.Library;
using AjsPantry.Features.Menus.Dishes.Recipe;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes.Merging;

/// <summary>First the dish that stays is chosen, then the page says what will happen, then it happens.</summary>
public sealed class MergingModel(DishQuery query, MergeQuery merge, MergeDishes.Handler handler) : DishPage(query)
{
    /// <summary>The dish that stays, as the address says it once it is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Into { get; set; }

    public IReadOnlyList<MergeChoice> Choices { get; private set; } = [];

    /// <summary>The dish that stays; null while it is not chosen.</summary>
    public DishView? Stays { get; private set; }

    public MergeCounts Counts { get; private set; } = new(0, 0, 0);

    /// <summary>The recipe goes along where the dish that stays has none.</summary>
    public bool MovesRecipe => Stays is { HasRecipe: false } && Dish.HasRecipe;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Dish.IsInUse)
            return ToDish();
        if (Into is { } chosen
            && await Query.ReadAsync(await merge.EndOfChainAsync(chosen, cancellationToken), cancellationToken) is { IsInUse: true } stays
            && stays.Id != Id)
        {
            Stays = stays;
            Counts = await merge.CountAsync(Id, stays.Id, cancellationToken);
        }
        else
        {
            if (Request.Query.ContainsKey("into") && ModelState.ErrorCount == 0)
                ModelState.AddModelError("into", "Choose a dish that is in use.");
            Choices = await merge.ChoicesAsync(Id, Dish.Name, cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(MergeDishes.Input input, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Id, input.Into ?? Guid.Empty, cancellationToken) is not { } outcome)
            return NotFound();
        if (outcome.IsDone)
        {
            Toast = $"{Dish.Name} is now {outcome.Value.Name}.";
            return ToPage("/Menus/Dishes/Recipe/Dish", new { outcome.Value.Id });
        }

        ModelState.Clear();
        ModelState.AddModelError("into", outcome.Messages[0].Text);
        Into = null;
        return await OnGetAsync(cancellationToken);
    }
}
