using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Platform.Tenants;

public sealed class SuspensionModel(TenantsQuery query, SuspendTenant.Handler handler) : TenantPage(query), IReasonForm
{
    [BindProperty]
    public SuspendTenant.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => TenantRules.LongestReason;

    string IReasonForm.ReasonLabel => "Reason, shown to its people";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        return Residence.IsSuspended ? RedirectToPage("Tenant", new { id }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        await handler.HandleAsync(id, Input.Reason!, cancellationToken);
        Toast = $"{Residence.Name} is suspended. Its people see your reason.";
        return RedirectToPage("Tenant", new { id });
    }
}
