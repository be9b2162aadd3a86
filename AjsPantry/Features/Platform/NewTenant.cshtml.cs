using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Platform;

public sealed class NewTenantModel(ProvisionTenant.Handler handler) : PersonPage
{
    [BindProperty]
    public ProvisionTenant.Input Input { get; set; } = new();

    /// <summary>What was made, with the link that is shown this once; null while the form is open.</summary>
    public Provisioned? Made { get; private set; }

    public void OnGet()
    {
    }

    /// <summary>Answers with a page and not with a redirect: the link may be seen once, and must not be kept anywhere to be shown later.</summary>
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

        if (outcome.Value.Link is not null)
        {
            Made = outcome.Value;
            return Page();
        }

        Toast = "This form was sent before, and the residence is there. Its link was shown then; you can make a new one.";
        return RedirectToPage("Tenant", new { id = outcome.Value.TenantId });
    }
}
