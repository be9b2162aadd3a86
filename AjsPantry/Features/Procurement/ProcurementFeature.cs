using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Procurement;

public static class ProcurementFeature
{
    public static void AddProcurement(this IServiceCollection services) =>
        services.Configure<RazorPagesOptions>(options => options.Conventions.Require("/Procurement", Permission.ViewShopping));
}
