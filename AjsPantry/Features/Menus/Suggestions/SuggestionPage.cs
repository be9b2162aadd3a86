using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>A page about one suggestion of the floor.</summary>
public abstract class SuggestionPage(SuggestionsQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SuggestionView Wish { get; private set; } = null!;

    public bool Waits => Wish.Waits(Today);

    public bool IsMine => Wish.MemberId == Person.Id;

    public bool Plans => Person.May(Permission.PlanMenus);

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken) =>
        (Wish = (await query.FindAsync(Floor.Id, Id, cancellationToken))!) is not null;

    protected RedirectToPageResult ToSuggestion() => ToPage("/Menus/Suggestions/Suggestion", new { Id });
}
