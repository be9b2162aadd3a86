using AjsPantry.Infrastructure.Forms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AjsPantry.Infrastructure.SignIn.Sessions;

/// <summary>The sign-in cookie: an opaque key whose lifetime the session's row decides.</summary>
internal sealed class SessionCookie(ITicketStore store, bool httpsOnly) : IPostConfigureOptions<CookieAuthenticationOptions>
{
    /// <summary>Of the cookie on one's own device; the session's row ends earlier.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        options.Cookie.SecurePolicy = httpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        // What the cookies say is compared with the security stamp where it is used, every time; Identity's own check would come now and
        // then.
        options.Events.OnValidatePrincipal = _ => Task.CompletedTask;
        options.Cookie.Name = HostCookie.Name(httpsOnly, NameOf(name));
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.SlidingExpiration = false;
        if (name == IdentityConstants.ApplicationScheme)
            ConfigureSession(options);
    }

    private void ConfigureSession(CookieAuthenticationOptions options)
    {
        options.ExpireTimeSpan = Lasts;
        options.SessionStore = store;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/status/403";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnSigningIn = context =>
        {
            // An end in days from now, beside the end by our clock: the clocks of phones are often wrong.
            context.CookieOptions.MaxAge = context.Properties.IsPersistent ? Lasts : null;
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = DraftForms.SendToSignInAsync;
        // A page that is known but not allowed answers 403 in place; the address stays what the person asked for.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            var services = context.HttpContext.RequestServices;
            services.GetRequiredService<SecurityLog>()
                .Write(SecurityEventKind.PageRefused, services.GetRequiredService<Caller>().Person?.Id);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>Identity has a few more, for what comes between password and session.</summary>
    private static string NameOf(string? scheme) => scheme switch
    {
        null => "pantry-other",
        _ when scheme == IdentityConstants.ApplicationScheme => "pantry",
        _ when scheme == IdentityConstants.TwoFactorUserIdScheme => "pantry-step",
        _ when scheme == IdentityConstants.TwoFactorRememberMeScheme => "pantry-remembered",
        _ => $"pantry-{scheme.ToLowerInvariant()}",
    };
}
