using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Search;

public static class SearchFeature
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddScoped<SearchQuery>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.Require("/Search", Permission.Search));
    }
}
