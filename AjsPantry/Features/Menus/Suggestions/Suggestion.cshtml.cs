namespace AjsPantry.Features.Menus.Suggestions;

public sealed class SuggestionModel(SuggestionsQuery query) : SuggestionPage(query)
{
    public void OnGet()
    {
    }

    /// <summary>What became of it, in a sentence.</summary>
    public string Answer => Wish.State switch
    {
        SuggestionState.Waiting when Waits => IsMine ? "Your suggestion is waiting for an answer." : $"Suggested by {Wish.By}. Waiting for an answer.",
        SuggestionState.Waiting when Wish.HasLeft => $"{Wish.By} has left, so it needs no answer.",
        SuggestionState.Waiting => "Nobody answered in time.",
        SuggestionState.Accepted => $"{Wish.AnsweredBy} put it on the menu.",
        SuggestionState.Declined => $"{Wish.AnsweredBy} declined it.",
        _ => $"{Wish.By} withdrew it.",
    };
}
