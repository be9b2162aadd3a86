using AjsPantry.Features.Menus.Dishes.Library;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes.Merging;

/// <summary>A part of the form that it asks for while a name is typed: the dishes that the name may mean.</summary>
public sealed class AlikeModel(NamesakesQuery namesakes) : DishesPage
{
    [BindProperty(SupportsGet = true, Name = "Input.Name")]
    public string? Name { get; set; }

    /// <summary>The dish being changed.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Except { get; set; }

    public IReadOnlyList<Namesake> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Name?.Length <= Dish.LongestName)
            Found = await namesakes.FindAsync(Name, Except, cancellationToken);
    }
}
