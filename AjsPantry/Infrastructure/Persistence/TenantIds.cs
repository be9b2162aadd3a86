using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>Which tenants there are, for work that knows none yet. The database's functions hand out ids and nothing else.</summary>
public static class TenantIds
{
    extension(PantryDb db)
    {
        /// <summary>Every tenant that is not suspended, and the platform's own.</summary>
        public Task<List<Guid>> LiveTenantsAsync(CancellationToken cancellationToken) => db.Database
            .SqlQuery<Guid>(
                $"SELECT tenant_id AS \"Value\" FROM active_tenants() UNION SELECT platform_tenant() WHERE platform_tenant() IS NOT NULL")
            .ToListAsync(cancellationToken);

        /// <summary>Every tenant, suspended or not, and the platform's own.</summary>
        public Task<List<Guid>> AllTenantsAsync(CancellationToken cancellationToken) => db.Database
            .SqlQuery<Guid>($"SELECT tenant_id AS \"Value\" FROM all_tenants()")
            .ToListAsync(cancellationToken);

        /// <summary>The tenant in which operators live; null before the first operator.</summary>
        public async Task<Guid?> PlatformTenantAsync(CancellationToken cancellationToken) =>
            (await db.Database.SqlQuery<Guid?>($"SELECT platform_tenant() AS \"Value\"").ToListAsync(cancellationToken)).Single();
    }
}
