using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Hiding;

/// <summary>Words of somebody else, to be hidden with a reason or shown again.</summary>
public sealed class HideModel(WordsQuery query, HideWords.Handler handler) : ThingPage<WordsView>
{
    [BindProperty]
    public HideWords.Input Input { get; set; } = new();

    public WordsView Words => Thing;

    protected override Task<WordsView?> ReadAsync(CancellationToken cancellationToken) => query.FindAsync(Floor.Id, Id, cancellationToken);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (!await handler.HideAsync(Floor.Id, Id, Input, cancellationToken))
            return NotFound();
        Toast = "Hidden. The author gets a notification with your reason.";
        return ToWords();
    }

    public async Task<IActionResult> OnPostShowAsync(CancellationToken cancellationToken)
    {
        if (!await handler.ShowAsync(Floor.Id, Id, cancellationToken))
            return NotFound();
        Toast = "Everybody can read it again.";
        return ToWords();
    }

    private RedirectToPageResult ToWords() =>
        Words.IdeaId is { } idea ? ToPage("/Feedback/Ideas/Idea", new { id = idea }) : ToPage("/Feedback/Ratings/Index");
}
