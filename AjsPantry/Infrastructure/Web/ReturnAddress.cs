using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace AjsPantry.Infrastructure.Web;

/// <summary>Where somebody goes on to after signing in. The address is anybody's to write, so only pages of this site are taken.</summary>
public static class ReturnAddress
{
    private const string Home = "/";

    /// <summary>No page of this site has a longer one; everything before a proxy has limits of its own.</summary>
    private const int Longest = 2000;

    /// <summary>A base to read the path against; where the site itself is does not matter for that.</summary>
    private static readonly Uri Site = new("https://site.invalid");

    /// <summary>Puts the safe address in place of the one that a request carries, for pages that read it themselves.</summary>
    public static void Clean(HttpRequest request, string name)
    {
        if (request.Query.TryGetValue(name, out var asked))
            request.Query = new QueryCollection(With(request.Query, name, asked));
        // Whoever came this far with a form had its token checked, so it is read.
        if (request.HttpContext.Features.Get<IFormFeature>()?.Form is { } form && form.TryGetValue(name, out var typed))
            request.Form = new FormCollection(With(form, name, typed), form.Files);
    }

    private static Dictionary<string, StringValues> With(
        IEnumerable<KeyValuePair<string, StringValues>> values, string name, string? typed) =>
        new(values, StringComparer.OrdinalIgnoreCase) { [name] = Safe(typed) };

    /// <summary>The address as a header takes it, with what is not ASCII encoded; the home page for every other site.</summary>
    public static string Safe(string? typed)
    {
        var isPath = typed is ['/', ..] and not ['/', '/' or '\\', ..] and { Length: <= Longest } && !typed.Any(char.IsControl);
        if (!isPath || !Uri.TryCreate(Site, typed, out var address) || address.Host != Site.Host)
            return Home;
        var plain = address.PathAndQuery + address.Fragment;
        return plain is ['/', '/' or '\\', ..] ? Home : plain;
    }
}
