using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>A page and the address pattern it answers to.</summary>
public sealed record SweptPage(string Name, PageActionDescriptor Descriptor, RoutePattern Pattern)
{
    /// <summary>Whether the address names a thing; the format of a file names none.</summary>
    public bool HasParameters => Pattern.Parameters.Any(parameter => parameter.Name != "format");

    /// <summary>The pattern filled with values that fit it and that nothing has, or with an id that something has.</summary>
    /// <param name="id">The id of what the address names.</param>
    /// <param name="with">One of the address's own values, whatever it would be otherwise.</param>
    public string Address(Guid? id = null, (string Name, string Value)? with = null) =>
        "/" + string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter when with?.Name == parameter.Name => Uri.EscapeDataString(with.Value.Value),
        RoutePatternParameterPart parameter => Sample(parameter, id),
        _ => throw new InvalidOperationException($"{Pattern.RawText} has a part of an unknown kind."),
    }))));

    private static string Sample(RoutePatternParameterPart parameter, Guid? id) =>
        parameter.ParameterPolicies.Select(policy => policy.Content).FirstOrDefault() switch
        {
            "guid" => (id ?? Guid.NewGuid()).ToString(),
            "int" => id is null ? "404" : "1",
            { } regex when regex.Contains("csv", StringComparison.Ordinal) => "csv",
            _ => "nothing-of-the-kind",
        };
}

/// <summary>The pages as the application's router knows them.</summary>
public static class SitePages
{
    public static IEnumerable<RouteEndpoint> Endpoints(this PantryApp app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>All pages by name, such as /Expenses/Record.</summary>
    public static IReadOnlyDictionary<string, SweptPage> Pages(this PantryApp app) =>
        (from endpoint in app.Endpoints()
         let descriptor = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
         where descriptor is not null
         select new SweptPage(descriptor.AreaName + descriptor.ViewEnginePath, descriptor, endpoint.RoutePattern))
        .DistinctBy(page => page.Name).ToDictionary(page => page.Name);

    /// <summary>The names of the page's POST handlers; null for the unnamed one.</summary>
    public static async Task<IReadOnlyList<string?>> PostHandlersAsync(this PantryApp app, SweptPage page)
    {
        var compiled = await app.Services.GetRequiredService<PageLoader>().LoadAsync(page.Descriptor, EndpointMetadataCollection.Empty);
        return [.. compiled.HandlerMethods.Where(handler => handler.HttpMethod == "Post").Select(handler => handler.Name)];
    }
}
