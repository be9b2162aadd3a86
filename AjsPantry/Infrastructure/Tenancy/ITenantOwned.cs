namespace AjsPantry.Infrastructure.Tenancy;

/// <summary>
/// A row of one tenant. Its table has the key (tenant_id, id), carries tenant_id in every foreign key, is filtered by the
/// tenant in every query and stands behind row-level security.
/// </summary>
public interface ITenantOwned
{
    Guid TenantId { get; }

    Guid Id { get; }
}

/// <summary>The two key columns of every tenant-owned table; the tenant is filled in when the row is added to the context.</summary>
public abstract class TenantOwned : ITenantOwned
{
    public Guid TenantId { get; private set; }

    /// <summary>A version 7 uuid: unique without asking the database, and close together on disk when made close in time.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();
}
