using AjsPantry.Features.Shared.Files;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Platform.Tenants;

/// <summary>One residence as operators see it: figures and state.</summary>
public sealed class TenantModel(TenantsQuery query, FirstAdminLink link, TenantScopes scopes) : TenantPage(query)
{
    /// <summary>The first admin while nobody has joined; afterwards the admin for whom another one asks a link, or null.</summary>
    public AwaitedAdmin? Awaited { get; private set; }

    /// <summary>What it keeps of people's files, and may keep.</summary>
    public FileRoomView Room { get; private set; } = null!;

    public string Answer => Residence switch
    {
        { IsSuspended: true } => "Suspended",
        _ when Awaited is { HasJoined: false } => "Waiting for its first admin",
        { ActiveToday: 1 } => "One person used it in the last 24 hours",
        { ActiveToday: > 0 } => $"{Residence.ActiveToday} people used it in the last 24 hours",
        _ => "Nobody used it in the last 24 hours",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Awaited = await link.FindAsync(id, cancellationToken);
        await using var scope = scopes.Open(id);
        Room = await scope.ServiceProvider.GetRequiredService<FileRoom>().ReadAsync(cancellationToken);
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
