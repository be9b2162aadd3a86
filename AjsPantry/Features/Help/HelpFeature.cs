using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Help;

/// <summary>Pages that explain the product to whoever is signed in.</summary>
public static class HelpFeature
{
    public static void AddHelp(this IServiceCollection services) =>
        services.Configure<RazorPagesOptions>(options => options.Conventions.Require("/Help", Permission.UseAccount));
}
