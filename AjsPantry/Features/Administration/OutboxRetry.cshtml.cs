using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration;

/// <summary>The button of the outbox that tries a mail again.</summary>
public sealed class OutboxRetryModel(PantryDb db, RetryMail handler) : PersonPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await db.OutboxMails.AnyAsync(mail => mail.Id == Id, cancellationToken) ? RedirectToPage("Outbox") : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await handler.HandleAsync(Id, cancellationToken))
            return NotFound();
        Toast = "The email will be sent again.";
        return RedirectToPage("Outbox");
    }
}
