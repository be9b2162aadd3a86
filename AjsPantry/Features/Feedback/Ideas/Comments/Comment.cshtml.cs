using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ideas.Comments;

/// <summary>Takes a comment that was written below its idea, and shows it again where something is wrong with it.</summary>
public sealed class CommentModel(IdeasQuery query, CommentOnIdea.Handler handler) : IdeaPage(query)
{
    [BindProperty]
    public CommentOnIdea.Input Input { get; set; } = new();

    public void OnGet() => Input = new() { SubmissionId = Guid.NewGuid() };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
        {
            Input.SubmissionId = Guid.NewGuid();
            return Page();
        }

        Toast = "Your comment is added.";
        return ToIdea();
    }
}
