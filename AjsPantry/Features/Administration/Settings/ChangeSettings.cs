using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Settings;

/// <summary>
/// Changes a tenant's settings; they count from everybody's next request. The second of two admins who change them at once is told and sees
/// both.
/// </summary>
public sealed class ChangeSettings(PantryDb db, IEnumerable<IKeepsAmounts> keepers, Scope scope)
{
    /// <summary>The message of a lost race; the page shows what the other admin saved beside what was typed.</summary>
    public static readonly FieldMessage Changed = new(nameof(SettingsInput.Seen), "Another admin changed the settings in the meantime.");

    public Task<Tenant> ReadAsync(CancellationToken cancellationToken) => db.Tenants.AsNoTracking().SingleAsync(cancellationToken);

    public async Task<Outcome<Tenant>> HandleAsync(SettingsInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageTenant);
        await using var transaction = await db.BeginChangeOfTenantAsync(cancellationToken);
        var tenant = await db.Tenants.SingleAsync(cancellationToken);
        if (SettingsInput.MarkOf(tenant) != input.Seen)
            return Changed;
        if (tenant.Currency != input.Currency && await HasAmountsAsync(cancellationToken))
            return new FieldMessage(
                nameof(SettingsInput.Currency), $"There are already amounts in {tenant.Currency}, so the currency cannot change.");
        input.WriteTo(tenant);
        if (!await db.TrySaveAsync(cancellationToken, RetryOnConflict.Taken))
            return new FieldMessage(nameof(SettingsInput.Code), TenantRules.CodeTaken);
        await transaction.CommitAsync(cancellationToken);
        return tenant;
    }

    /// <summary>Whether anything of the residence says an amount; then the currency stays.</summary>
    public async Task<bool> HasAmountsAsync(CancellationToken cancellationToken)
    {
        foreach (var keeper in keepers)
        {
            if (await keeper.HasAmountsAsync(cancellationToken))
                return true;
        }

        return false;
    }
}
