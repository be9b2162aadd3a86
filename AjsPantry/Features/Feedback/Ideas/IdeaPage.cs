using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>A page about one idea of a floor.</summary>
public abstract class IdeaPage(IdeasQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IdeaView Idea { get; private set; } = null!;

    /// <summary>The reader votes and comments; admins only look on.</summary>
    public bool Shares => Person.May(Permission.ShareIdeas);

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await query.FindAsync(Floor.Id, Id, cancellationToken);
        Idea = found!;
        return found is not null;
    }

    protected RedirectToPageResult ToIdea() => ToPage("/Feedback/Ideas/Idea", new { Id });
}
