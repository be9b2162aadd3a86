using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// Refuses to save a row of another tenant, such as a stub attached with a foreign key. The database would refuse it too; here
/// the mistake is named where it was made.
/// </summary>
internal sealed class TenantGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext? context)
    {
        if (context is not PantryDb db)
            return;
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached || TenantOf(entry.Entity) is not { } tenantId)
                continue;
            if (tenantId != db.TenantId || tenantId == Guid.Empty)
                throw new InvalidOperationException($"A {entry.Metadata.DisplayName()} of another tenant was about to be saved.");
        }
    }

    private static Guid? TenantOf(object entity) => entity switch
    {
        ITenantOwned owned => owned.TenantId,
        Tenant tenant => tenant.Id,
        _ => null,
    };
}
