using Microsoft.AspNetCore.Mvc.Razor;

namespace AjsPantry.Features.Shared;

public static class SharedFeature
{
    /// <summary>Where the parts stand that pages of all features show by their name alone.</summary>
    private static readonly string[] Parts = ["/Features/Shared/Pages/{0}.cshtml", "/Features/Shared/Forms/{0}.cshtml"];

    public static void AddShared(this IServiceCollection services) =>
        services.Configure<RazorViewEngineOptions>(options =>
        {
            foreach (var part in Parts)
                options.PageViewLocationFormats.Add(part);
        });
}
