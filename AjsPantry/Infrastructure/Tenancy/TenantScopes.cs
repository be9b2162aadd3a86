namespace AjsPantry.Infrastructure.Tenancy;

/// <summary>
/// Opens service scopes that act in a named tenant: for signing in, for loading data and for jobs that visit every tenant.
/// </summary>
public sealed class TenantScopes(IServiceScopeFactory scopes)
{
    public AsyncServiceScope Open(Guid tenantId)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        return scope;
    }
}
