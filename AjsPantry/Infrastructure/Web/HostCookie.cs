namespace AjsPantry.Infrastructure.Web;

/// <summary>
/// Names of cookies. With the prefix a browser takes a cookie only over TLS, from this very host and for all of it, so that no
/// neighbour under the same domain can plant one. Plain HTTP, as in development, cannot have it.
/// </summary>
public static class HostCookie
{
    public static string Name(bool isHttps, string name) => isHttps ? $"__Host-{name}" : name;

    /// <summary>What every cookie of our own is like.</summary>
    public static CookieOptions Options(HttpContext context, TimeSpan lasts) =>
        new()
        {
            MaxAge = lasts,
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Path = "/",
        };
}
