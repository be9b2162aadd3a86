using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>A page about one idea of a floor.</summary>
public abstract class IdeaPage(IdeasQuery query) : ThingPage<IdeaView>
{
    public IdeaView Idea => Thing;

    /// <summary>The reader votes and comments; admins only look on.</summary>
    public bool Shares => Person.May(Permission.ShareIdeas);

    protected override Task<IdeaView?> ReadAsync(CancellationToken cancellationToken) => query.FindAsync(Floor.Id, Id, cancellationToken);

    protected RedirectToPageResult ToIdea() => ToPage("/Feedback/Ideas/Idea", new { Id });
}
