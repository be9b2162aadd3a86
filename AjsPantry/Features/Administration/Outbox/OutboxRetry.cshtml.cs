using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Administration.Outbox;

/// <summary>The button of the outbox that tries a mail again.</summary>
public sealed class OutboxRetryModel(OutboxQuery query, RetryMail handler) : PersonPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await query.HasAsync(Id, cancellationToken) ? RedirectToPage("Index") : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await handler.HandleAsync(Id, cancellationToken))
            return NotFound();
        Toast = "The email will be sent again.";
        return RedirectToPage("Index");
    }
}
