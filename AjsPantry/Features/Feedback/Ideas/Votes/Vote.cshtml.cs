using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ideas.Votes;

/// <summary>Takes a vote. With JavaScript it answers with the button alone, else it leads back to where the tap came from.</summary>
public sealed class VoteModel(IdeasQuery query, VoteForIdea handler) : IdeaPage(query)
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty]
    public string? Wanted { get; set; }

    /// <summary>A page of this site.</summary>
    public string Back => Url.IsLocalUrl(From) && From!.All(char.IsAscii) ? From! : $"/feedback/ideas/{Id}";

    /// <summary>Whoever signs in again in between comes here, and sees the idea.</summary>
    public IActionResult OnGet() => ToIdea();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Floor.Id, Id, Wanted != "no", cancellationToken) is not { } outcome)
            return NotFound();
        if (Request.Headers.ContainsKey("HX-Request"))
            return await FindAsync(cancellationToken) ? Page() : NotFound();
        Toast = !outcome.IsDone ? outcome.Messages[0].Text : Wanted != "no" ? $"You voted for “{Idea.Title}”." : "Your vote is withdrawn.";
        return LocalRedirect(Back);
    }
}
