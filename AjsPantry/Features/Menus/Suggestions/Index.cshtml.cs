using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>What people of the floor suggested, those that wait first.</summary>
public sealed class IndexModel(SuggestionsQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? TypedPage { get; set; }

    public PageOf<SuggestionView> List { get; private set; } = null!;

    public int Waiting { get; private set; }

    public bool Plans => Person.May(Permission.PlanMenus);

    public bool Suggests => Person.May(Permission.SuggestMeals);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(TypedPage) is not { } number)
            return NotFound();
        List = await query.ReadAsync(Floor.Id, Today, number, cancellationToken);
        Waiting = await query.WaitingAsync(Floor.Id, Today, cancellationToken);
        return Page();
    }
}
