using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Platform;

/// <summary>One residence as operators see it: figures and state.</summary>
public sealed class TenantModel(TenantsQuery query, FirstAdminLink link) : TenantPage(query)
{
    /// <summary>The first admin while nobody has joined; null afterwards.</summary>
    public AwaitedAdmin? Awaited { get; private set; }

    public string Answer => Residence switch
    {
        { IsSuspended: true } => "Suspended",
        _ when Awaited is not null => "Waiting for its first admin",
        { ActiveToday: 1 } => "One person used it today",
        { ActiveToday: > 0 } => $"{Residence.ActiveToday} people used it today",
        _ => "Quiet today",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Awaited = await link.FindAsync(id, cancellationToken);
        return Page();
    }
}

/// <summary>A page about one residence; the platform's own tenant is not one.</summary>
public abstract class TenantPage(TenantsQuery query) : PersonPage
{
    public TenantFigures Residence { get; private set; } = null!;

    protected async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } found)
            return false;
        Residence = found;
        return true;
    }
}
