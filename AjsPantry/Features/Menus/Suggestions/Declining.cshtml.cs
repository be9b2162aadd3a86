using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Suggestions;

public sealed class DeclineSuggestionModel(SuggestionsQuery query, AnswerSuggestion.Handler handler) : SuggestionPage(query)
{
    [BindProperty]
    public AnswerSuggestion.Input Input { get; set; } = new();

    public IActionResult OnGet() => Waits ? Page() : ToSuggestion();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.DeclineAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = IsMine ? "The suggestion is declined." : $"The suggestion is declined, and {Wish.By} gets a notification.";
        return ToPage("Index");
    }
}
