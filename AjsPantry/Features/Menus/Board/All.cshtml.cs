using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Board;

/// <summary>Everything that the floor cooked and will cook.</summary>
public sealed class AllModel(MealsQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public MealFilter Filter { get; set; } = new();

    public MealList List { get; private set; } = null!;

    /// <summary>The number of the floor that the search must keep; null when the address names none.</summary>
    public string? KeptFloor => int.TryParse(Request.Query["floor"], out _) ? $"{Floor.Number}" : null;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        List = await query.ReadAsync(Floor.Id, Person.Id, Filter, cancellationToken);
}
