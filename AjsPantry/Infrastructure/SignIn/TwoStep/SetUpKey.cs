using System.Security.Cryptography;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.DataProtection;

namespace AjsPantry.Infrastructure.SignIn.TwoStep;

/// <summary>
/// The key that somebody is about to connect an app with. Until a code of it has come it stands in a sealed cookie and nowhere else:
/// opening the page writes nothing, and the page shows the same key when a phone loads it again after a look into the app.
/// </summary>
public sealed class SetUpKey(IHttpContextAccessor accessor, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Only a request has cookies.");

    private string Cookie => HostCookie.Name(Http.Request.IsHttps, "pantry-key");

    /// <summary>The person's key in this browser; a new one when there is none.</summary>
    public string ReadOrMake(Guid memberId)
    {
        if (Read(memberId) is { } present)
            return present;
        var key = TimeCode.NewKey();
        Http.Response.Cookies.Append(Cookie, Protector(memberId).Protect(key), HostCookie.Options(Http, Lasts));
        return key;
    }

    /// <summary>Null when there is none, as after an hour.</summary>
    public string? Read(Guid memberId)
    {
        try
        {
            return Http.Request.Cookies[Cookie] is { Length: > 0 } kept ? Protector(memberId).Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            // Somebody else's who used the browser before.
            return null;
        }
    }

    public void Forget() => Http.Response.Cookies.Delete(Cookie, HostCookie.Options(Http, TimeSpan.Zero));

    private IDataProtector Protector(Guid memberId) => protection.CreateProtector("AjsPantry.SetUpKey", $"{memberId:N}");
}
