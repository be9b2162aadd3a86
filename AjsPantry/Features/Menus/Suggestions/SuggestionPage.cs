using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>A page about one suggestion of the floor.</summary>
public abstract class SuggestionPage(SuggestionsQuery query) : ThingPage<SuggestionView>
{
    public SuggestionView Wish => Thing;

    public bool Waits => Wish.Waits(Today);

    public bool IsMine => Wish.MemberId == Person.Id;

    public bool Plans => Person.May(Permission.PlanMenus);

    protected override Task<SuggestionView?> ReadAsync(CancellationToken cancellationToken) =>
        query.FindAsync(Floor.Id, Id, cancellationToken);

    protected RedirectToPageResult ToSuggestion() => ToPage("/Menus/Suggestions/Suggestion", new { Id });
}
