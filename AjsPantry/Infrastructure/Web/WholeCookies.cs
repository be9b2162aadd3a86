using Microsoft.Net.Http.Headers;

namespace AjsPantry.Infrastructure.Web;

/// <summary>
/// Takes no cookies from whoever sends one that says it comes in pieces. None of ours do, and who puts the pieces together first makes
/// room for as many as the cookie says there are: twenty letters ask for gigabytes.
/// </summary>
public static class WholeCookies
{
    /// <summary>How ASP.NET marks such a cookie; the number of pieces follows.</summary>
    private const string InPieces = "chunks-";

    public static void UseWholeCookies(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Cookies.Any(cookie => cookie.Value.StartsWith(InPieces, StringComparison.Ordinal)))
            context.Request.Headers.Remove(HeaderNames.Cookie);
        return next();
    });
}
