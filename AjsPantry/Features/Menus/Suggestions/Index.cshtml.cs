using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>What people of the floor suggested, those that wait first.</summary>
public sealed class SuggestionsModel(SuggestionsQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? TypedPage { get; set; }

    public PageOf<SuggestionView> List { get; private set; } = null!;

    public int Waiting { get; private set; }

    /// <summary>For whoever plans it is work; for others it is what waits.</summary>
    public string Answer => (Waiting, Plans) switch
    {
        (0, _) => List.Rows.Count == 0 ? "No suggestions yet" : Plans ? "No suggestions to answer" : "Every suggestion is answered",
        (1, true) => "1 suggestion to answer",
        (var count, true) => $"{count} suggestions to answer",
        (1, false) => "1 suggestion waits for an answer",
        (var count, false) => $"{count} suggestions wait for an answer",
    };

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
