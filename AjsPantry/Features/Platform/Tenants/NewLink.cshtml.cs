using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Platform.Tenants;

/// <summary>Another link for a first admin who never joined, or a link to a new password that an admin asks for another one.</summary>
public sealed class NewLinkModel(TenantsQuery query, FirstAdminLink handler, SiteAddress site) : TenantPage(query)
{
    public AwaitedAdmin? Awaited { get; private set; }

    /// <summary>The link, shown this once in the answer to the form.</summary>
    public LinkView? Made { get; private set; }

    /// <summary>For a new password when the admin has joined and another one asks.</summary>
    private bool IsReset => Awaited?.HasJoined == true;

    public string Kind => IsReset ? "A link for a new password" : "A new link";

    public string Words => (Made, IsReset) switch
    {
        ({ Link.IsMailed: true } made, _) => $"It is on its way to {made.Link.MailedTo}. {Older}",
        ({ }, _) => $"You see it only now: copy it into a private message, or print it. {Older}",
        (null, true) => $"{Goes}The old password works until the link is used. Ask the admin yourself first whether they want it. "
            + "The residence reads in its audit trail that you made it.",
        _ => $"{Goes}The old link stops working. After an admin joins, the residence makes its own links.",
    };

    private string Older => IsReset ? "The old password works until the link is used." : "The old link no longer works.";

    private string Goes => Awaited?.Mail is { } mail ? $"It goes to {mail}. " : "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Awaited = await handler.FindAsync(id, cancellationToken);
        return Awaited is null ? RedirectToPage("Tenant", new { id }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, bool byHand, int? seen, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Awaited = await handler.FindAsync(id, cancellationToken);
        var outcome = await handler.HandleAsync(id, byHand, seen, cancellationToken);
        if (!outcome.IsDone)
        {
            Toast = outcome.Messages[0].Text;
            return RedirectToPage("Tenant", new { id });
        }

        Made = LinkView.Of(outcome.Value, IsReset ? InvitationKind.Reset : InvitationKind.Join, Residence.Name, site);
        return Page();
    }
}
