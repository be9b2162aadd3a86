namespace AjsPantry.Infrastructure.Web;

/// <summary>Headers that tell browsers to keep pages private, unframed and free of foreign or inline code.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Hangfire's own pages set styles on elements. They run no inline code either; only operators open them.</summary>
    private const string PolicyOfJobs =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Where the address itself lets somebody in.</summary>
    private static readonly string[] SecretLinks = ["/join", "/notices/stop", "/calendar/feed"];

    /// <summary>
    /// The longest address that an answer leads to. Ours are far shorter; one that repeats what somebody sent outgrows what a proxy takes
    /// of an answer's head, and the proxy then blames the node.
    /// </summary>
    private const int LongestLocation = 4096;

    private static readonly object OwnPolicy = new();

    /// <summary>Says that what is sent came from people and may do nothing at all, whatever a browser takes it for.</summary>
    public static void SendInert(this HttpContext context) =>
        context.Items[OwnPolicy] = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // Asked now: the page of an error is found under another path, and Hangfire's lose the beginning of theirs.
        var policy = context.Request.Path.StartsWithSegments("/jobs") ? PolicyOfJobs : Policy;
        var isSecret = SecretLinks.Any(place => context.Request.Path.StartsWithSegments(place));
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.Items[OwnPolicy] as string ?? policy;
            headers.XContentTypeOptions = "nosniff";
            if (headers.Location.ToString().Length > LongestLocation)
                headers.Location = "/";
            // A link that lets somebody in must not travel on in a header, not even to our own pages' logs.
            headers["Referrer-Policy"] = isSecret ? "no-referrer" : "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            // Whatever is not a static file may show a person's data and must not stay in a shared device's cache.
            if (!context.IsForAsset())
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next();
    });

    /// <summary>True for style sheets, scripts, pictures and fonts, which are the same for everybody and need no session.</summary>
    public static bool IsForAsset(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
}
