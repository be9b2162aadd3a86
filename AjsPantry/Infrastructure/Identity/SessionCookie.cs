using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>The sign-in cookie: an opaque key whose lifetime the session's row decides.</summary>
internal sealed class SessionCookie(ITicketStore store, bool httpsOnly) : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        options.Cookie.SecurePolicy = httpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        if (name != IdentityConstants.ApplicationScheme)
            return;
        options.Cookie.Name = httpsOnly ? "__Host-pantry" : "pantry";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = TimeSpan.FromDays(90);
        options.SlidingExpiration = false;
        options.SessionStore = store;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/status/403";
        options.ReturnUrlParameter = "returnUrl";
        // The session store compares the security stamp on every request; Identity's own check would replace the person it read.
        options.Events.OnValidatePrincipal = _ => Task.CompletedTask;
        options.Events.OnRedirectToLogin = KeptForms.SendToSignInAsync;
        // A page that is known but not allowed answers 403 in place; the address stays what the person asked for.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
