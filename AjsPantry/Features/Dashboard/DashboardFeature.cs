using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Dashboard;

public static class DashboardFeature
{
    public static void AddDashboard(this IServiceCollection services) =>
        services.Configure<RazorPagesOptions>(options => options.Conventions.Require("/Dashboard", Permission.ViewHome));
}
