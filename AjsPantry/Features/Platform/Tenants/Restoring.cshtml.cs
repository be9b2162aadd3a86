using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Platform.Tenants;

public sealed class RestoringModel(TenantsQuery query, RestoreTenant handler) : TenantPage(query)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        return Residence.IsSuspended ? Page() : RedirectToPage("Tenant", new { id });
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        await handler.HandleAsync(id, cancellationToken);
        Toast = $"{Residence.Name} is restored. Its people can sign in again.";
        return RedirectToPage("Tenant", new { id });
    }
}
