using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Tenants;

/// <summary>
/// How much of people's photos and receipts a residence may keep. Less than it has takes nothing away, and lets nothing more in.
/// </summary>
public static class ChangeFileRoom
{
    public sealed record Input
    {
        public string? Megabytes { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Megabytes).Whole(Tenant.LeastFileMegabytes, Tenant.MostFileMegabytes);
    }

    public sealed class Handler(TenantActs acts, Scope scope)
    {
        /// <summary>The residence must be one (see <see cref="TenantsQuery.FindAsync"/>).</summary>
        public Task<Outcome<Tenant>> HandleAsync(Guid tenantId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.OperatePlatform);
            var before = 0;
            var after = TenantRules.ReadWhole(input.Megabytes);
            return acts.DoAsync<Tenant>(tenantId, async services =>
            {
                var db = services.GetRequiredService<PantryDb>();
                var tenant = await db.Tenants.SingleAsync(cancellationToken);
                before = tenant.FileMegabytes;
                tenant.FileMegabytes = after;
                await db.SaveChangesAsync(cancellationToken);
                return tenant;
            }, tenant => before == after ? null : new ActNote(nameof(Tenant), Values(tenant, before), Values(tenant, after)),
            cancellationToken);
        }

        private static Dictionary<string, object?> Values(Tenant tenant, int megabytes) =>
            new() { [nameof(Tenant.Name)] = tenant.Name, [nameof(Tenant.FileMegabytes)] = megabytes };
    }
}
