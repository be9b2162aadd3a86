using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Platform.Tenants;

public sealed class NewTenantModel(ProvisionTenant.Handler handler, SiteAddress site) : PersonPage
{
    [BindProperty]
    public ProvisionTenant.Input Input { get; set; } = new();

    /// <summary>The first admin's link, which is shown this once; null while the form is open.</summary>
    public LinkView? Made { get; private set; }

    public Guid MadeId { get; private set; }

    public void OnGet()
    {
    }

    /// <summary>
    /// Answers with a page and not with a redirect: the link may be seen once, and must not be kept anywhere to be shown later.
    /// </summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Input, cancellationToken);
        if (!outcome.IsDone)
        {
            outcome.ShowIn(ModelState, nameof(Input));
            return Page();
        }

        MadeId = outcome.Value.TenantId;
        if (outcome.Value.Link is { } link)
        {
            Made = LinkView.Of(link, InvitationKind.Join, InputParser.Text(Input.Name), site);
            return Page();
        }

        Toast = "This form was already sent, and the residence exists. You can make a new link for it.";
        return RedirectToPage("Tenant", new { id = MadeId });
    }
}
