using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Notices.Inbox;

/// <summary>Marks a notice as read and leads to its place. Looking at an address changes nothing, so it takes a form.</summary>
public sealed class OpenModel(InboxQuery query, ReadNotices read) : PersonPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await query.HasAsync(Id, cancellationToken) ? RedirectToPage("Index") : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await read.OpenAsync(Id, cancellationToken) is not { } path)
            return NotFound();
        return Url.IsLocalUrl(path) ? LocalRedirect(path) : RedirectToPage("Index");
    }
}
