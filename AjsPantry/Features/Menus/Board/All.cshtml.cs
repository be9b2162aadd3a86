using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
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

    public PageLinks Pages => new(
        "/Menus/Board/All", List.Numbers.Number, List.Numbers.HasMore, new Dictionary<string, string?> { ["q"] = Kept })
    { Words = List.Numbers.Words };

    private string? Kept => Filter.Search == "" ? null : Filter.Search;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(Filter.P) is not { } page)
            return NotFound();
        List = await query.ReadAsync(Floor.Id, Person.Id, Filter, page, cancellationToken);
        return Page();
    }
}
