using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Platform;

public static class PlatformFeature
{
    public static void AddPlatform(this IServiceCollection services)
    {
        services.AddScoped<HealthQuery>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.Require("/Platform", Permission.OperatePlatform));
    }
}
