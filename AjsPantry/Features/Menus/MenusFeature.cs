using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Menus;

public static class MenusFeature
{
    public static void AddMenus(this IServiceCollection services) =>
        services.Configure<RazorPagesOptions>(options => options.Conventions.Require("/Menus", Permission.ViewMenus));
}
