using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Web;

/// <summary>The pages of the application as it really has them, so that a new page is in the tests without anyone adding it.</summary>
internal static class PostHandlers
{
    /// <summary>Addresses of all handlers that take a POST, with made-up values in the route.</summary>
    public static async Task<List<(string Address, bool IgnoresToken)>> AllAsync(PantryApp app)
    {
        var services = app.Services;
        var loader = services.GetRequiredService<PageLoader>();
        var found = new List<(string, bool)>();
        foreach (var page in services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            var ignores = compiled.FilterDescriptors
                .Any(filter => filter.Filter is Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute);
            foreach (var handler in compiled.HandlerMethods.Where(handler => handler.HttpMethod == "Post"))
                found.Add((Address(page) + (handler.Name is null ? "" : $"?handler={handler.Name}"), ignores));
        }

        return found;
    }

    private static string Address(PageActionDescriptor page)
    {
        var pattern = RoutePatternFactory.Parse(page.AttributeRouteInfo!.Template!);
        var segments = pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter => Value(parameter),
            RoutePatternLiteralPart literal => literal.Content,
            _ => ".",
        })));
        return "/" + string.Join('/', segments);
    }

    private static string Value(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Select(policy => policy.Content).FirstOrDefault() switch
        {
            "guid" => "0190a000-0000-7000-8000-00000000ffff",
            "int" => "404",
            { } choice when choice.StartsWith("regex(", StringComparison.Ordinal) => choice[7..].Split('|', '$', '(', ')')[0],
            _ => "x",
        };
}
