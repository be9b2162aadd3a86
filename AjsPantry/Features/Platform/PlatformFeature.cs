using AjsPantry.Features.Platform.Operations;
using AjsPantry.Features.Platform.Tenants;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Platform;

public static class PlatformFeature
{
    public static void AddPlatform(this IServiceCollection services)
    {
        services.AddScoped<HealthQuery>().AddScoped<TenantsQuery>().AddScoped<GrowthQuery>();
        services.AddScoped<TenantActs>().AddScoped<ProvisionTenant.Handler>().AddScoped<SuspendTenant.Handler>().AddScoped<RestoreTenant>()
            .AddScoped<FirstAdminLink>().AddScoped<AddOperator.Handler>().AddScoped<ChangeFileRoom.Handler>();
        services.AddScoped<ResetAdminSecondStep.Handler>().AddScoped<ResetOperatorSecondStep>();
        services.AddScoped<OperationsQuery>().AddScoped<RaiseAlerts>().AddJob<Watch>().AddSingleton<OperationsMetrics>()
            .AddHostedService<WatchSchedule>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Platform", Permission.OperatePlatform);
        });
    }
}
