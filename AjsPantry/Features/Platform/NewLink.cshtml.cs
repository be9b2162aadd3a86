using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Platform;

/// <summary>Another link for a first admin who never joined.</summary>
public sealed class NewLinkModel(TenantsQuery query, FirstAdminLink handler, SiteAddress site) : TenantPage(query)
{
    public AwaitedAdmin? Awaited { get; private set; }

    /// <summary>The link, shown this once in the answer to the form.</summary>
    public LinkView? Made { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Awaited = await handler.FindAsync(id, cancellationToken);
        return Awaited is null ? RedirectToPage("Tenant", new { id }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, bool byHand, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Awaited = await handler.FindAsync(id, cancellationToken);
        var outcome = await handler.HandleAsync(id, byHand, cancellationToken);
        if (!outcome.IsDone)
        {
            Toast = outcome.Messages[0].Text;
            return RedirectToPage("Tenant", new { id });
        }

        Made = LinkView.Of(outcome.Value, Awaited?.HasJoined == true ? InvitationKind.Reset : InvitationKind.Join, Residence.Name, site);
        return Page();
    }
}
