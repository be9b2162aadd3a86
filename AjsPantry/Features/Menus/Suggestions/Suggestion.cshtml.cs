namespace AjsPantry.Features.Menus.Suggestions;

public sealed class SuggestionModel(SuggestionsQuery query) : SuggestionPage(query)
{
    public void OnGet()
    {
    }

    /// <summary>How it stands, in a sentence to whoever looks.</summary>
    public string Answer => Wish.State switch
    {
        SuggestionState.Waiting when Waits => IsMine ? "Your suggestion waits for an answer." : $"{Wish.By} would like it. Nobody has answered yet.",
        SuggestionState.Waiting => "Nobody answered before its day.",
        SuggestionState.Accepted => $"{Wish.AnsweredBy} put it on the menu.",
        SuggestionState.Declined => $"{Wish.AnsweredBy} declined it.",
        _ => $"{Wish.By} took it back.",
    };
}
