using AjsPantry.Infrastructure.Tenancy;
using Hangfire;
using Hangfire.AspNetCore;

namespace AjsPantry.Infrastructure.Jobs;

/// <summary>Gives every try of a job a scope of its own that acts in the tenant named by the job's first argument.</summary>
internal sealed class TenantJobActivator(IServiceScopeFactory scopes) : AspNetCoreJobActivator(scopes)
{
    private readonly IServiceScopeFactory _scopes = scopes;

    public override JobActivatorScope BeginScope(JobActivatorContext context)
    {
        var scope = _scopes.CreateScope();
        if (context.BackgroundJob.Job.Args is [Guid tenantId, ..])
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        return new Scope(scope);
    }

    private sealed class Scope(IServiceScope scope) : JobActivatorScope
    {
        public override object Resolve(Type type) => ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, type);

        public override void DisposeScope()
        {
            if (scope is IAsyncDisposable later) // Hangfire ends scopes synchronously; some services can only end asynchronously.
                later.DisposeAsync().AsTask().GetAwaiter().GetResult();
            else
                scope.Dispose();
        }
    }
}
