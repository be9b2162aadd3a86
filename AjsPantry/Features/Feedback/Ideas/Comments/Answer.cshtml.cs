using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ideas.Comments;

/// <summary>The answer to an idea.</summary>
public sealed class AnswerIdeaModel(IdeasQuery query, AnswerIdea.Handler handler) : IdeaPage(query)
{
    [BindProperty]
    public AnswerIdea.Input Input { get; set; } = new();

    /// <summary>Opening again is for what is answered.</summary>
    public IEnumerable<IdeaState> Choices =>
        [IdeaState.Planned, IdeaState.Done, IdeaState.Declined, IdeaState.Hidden,
            .. Idea.State == IdeaState.Open ? Array.Empty<IdeaState>() : [IdeaState.Open]];

    public bool IsUnclear => ModelState.TryGetValue("Input.State", out var entry) && entry.Errors.Count > 0;

    public void OnGet() =>
        Input = new()
        {
            State = Idea.State == IdeaState.Open ? nameof(IdeaState.Planned) : $"{Idea.State}",
            Word = Idea.Answer,
            Version = Idea.Version
        };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
        {
            await FindAsync(cancellationToken);
            ModelState.SetModelValue("Input.Version", Input.Version = Idea.Version, Idea.Version.ToString(CultureInfo.InvariantCulture));
            return Page();
        }

        Toast = $"It {outcome.Value.State.Is()}. {(Idea.Mine ? "Those who voted get" : $"{Idea.Author} gets")} a notification.";
        return ToIdea();
    }
}
