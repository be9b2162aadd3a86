using AjsPantry.Features.Shared.Files;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Platform.Tenants;

public sealed class FileRoomModel(TenantsQuery query, TenantScopes scopes, ChangeFileRoom.Handler handler) : TenantPage(query)
{
    [BindProperty]
    public ChangeFileRoom.Input Input { get; set; } = new();

    public FileRoomView Room { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        await ReadAsync(cancellationToken);
        Input.Megabytes = Room.Megabytes.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
        {
            await ReadAsync(cancellationToken);
            return Page();
        }

        await handler.HandleAsync(id, Input, cancellationToken);
        Toast = $"{Residence.Name} may keep {FileRoomView.Words(TenantRules.ReadWhole(Input.Megabytes))} MB.";
        return RedirectToPage("/Platform/Tenants/Tenant", new { id });
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(Residence.TenantId);
        Room = await scope.ServiceProvider.GetRequiredService<FileRoom>().ReadAsync(cancellationToken);
    }
}
