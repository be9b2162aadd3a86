using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Requests;

/// <summary>Taking a decision back.</summary>
public sealed class ReopenRequestModel(RequestsQuery query, ReopenRequest.Handler handler) : RequestPage(query)
{
    [BindProperty]
    public ReopenRequest.Input Input { get; set; } = new();

    /// <summary>What cannot be taken back is shown as it is.</summary>
    public IActionResult OnGet() => Asked.MayBeReopened(Person, Today) ? Page() : ToPage("Request", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = $"The request waits for a new decision. {Asked.Name} gets a notification.";
        return ToPage("Request", new { Id });
    }
}
