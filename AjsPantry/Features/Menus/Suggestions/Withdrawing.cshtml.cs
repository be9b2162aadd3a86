using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Suggestions;

public sealed class WithdrawSuggestionModel(SuggestionsQuery query, AnswerSuggestion.Handler handler) : SuggestionPage(query)
{
    public IActionResult OnGet() => Waits && IsMine ? Page() : ToSuggestion();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.WithdrawAsync(Floor.Id, Id, cancellationToken) is not { } outcome)
            return NotFound();
        Toast = outcome.IsDone ? "Your suggestion is withdrawn." : outcome.Messages[0].Text;
        return outcome.IsDone ? ToPage("Index") : ToSuggestion();
    }
}
