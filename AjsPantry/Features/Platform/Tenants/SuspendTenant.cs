using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Tenants;

/// <summary>Closes a residence until it is restored. Nothing of it is lost; its people are told the reason at their next request.</summary>
public static class SuspendTenant
{
    public sealed record Input : ReasonInput;

    public sealed class Validator() : ReasonValidator<Input>(
        "Write the reason. The people of the residence can read it.", TenantRules.LongestReason);

    public sealed class Handler(TenantActs acts, Scope scope)
    {
        /// <summary>
        /// The residence must be one (see <see cref="TenantsQuery.FindAsync"/>). One that is suspended already keeps its reason.
        /// </summary>
        public Task<Outcome<Tenant>> HandleAsync(Guid tenantId, string reason, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.OperatePlatform);
            scope.Reason = InputParser.Text(reason);
            var isNew = false;
            return acts.DoAsync<Tenant>(tenantId, async services =>
            {
                var db = services.GetRequiredService<PantryDb>();
                var tenant = await db.Tenants.SingleAsync(cancellationToken);
                if (isNew = tenant.SuspendedAt is null)
                {
                    tenant.SuspendedAt = scope.Now;
                    tenant.SuspendReason = scope.Reason;
                }
                await db.SaveChangesAsync(cancellationToken);
                return tenant;
            }, tenant => isNew ? SuspensionNote.Of(tenant, wasSuspended: false) : null, cancellationToken);
        }
    }
}

/// <summary>Opens a suspended residence again; its people go on where they were.</summary>
public sealed class RestoreTenant(TenantActs acts, Scope scope)
{
    /// <summary>A residence that is open already stays as it is.</summary>
    public Task<Outcome<Tenant>> HandleAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.OperatePlatform);
        var isNew = false;
        return acts.DoAsync<Tenant>(tenantId, async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var tenant = await db.Tenants.SingleAsync(cancellationToken);
            isNew = tenant.SuspendedAt is not null;
            tenant.SuspendedAt = null;
            tenant.SuspendReason = null;
            await db.SaveChangesAsync(cancellationToken);
            return tenant;
        }, tenant => isNew ? SuspensionNote.Of(tenant, wasSuspended: true) : null, cancellationToken);
    }
}

internal static class SuspensionNote
{
    private const string State = "State";

    public static ActNote Of(Tenant tenant, bool wasSuspended) =>
        new(nameof(Tenant), Values(tenant, wasSuspended), Values(tenant, !wasSuspended));

    private static Dictionary<string, object?> Values(Tenant tenant, bool suspended) =>
        new() { [nameof(Tenant.Name)] = tenant.Name, [State] = suspended ? "Suspended" : "Open" };
}
