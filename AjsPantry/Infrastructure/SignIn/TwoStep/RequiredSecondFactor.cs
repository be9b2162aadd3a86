using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Infrastructure.SignIn.TwoStep;

/// <summary>
/// A tenant may ask some roles for a second step at sign-in. Until such a person has set it up, every page leads to where that is
/// done; their account and the way out stay open.
/// </summary>
public static class RequiredSecondFactor
{
    private const string SetUp = "/account/two-step";

    private static readonly string[] Open = ["/account", "/sign-out", "/sign-in", "/status", "/join", "/forgot", "/health"];

    public static void UseRequiredSecondFactor(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.RequestServices.GetRequiredService<Caller>().Person is not { NeedsSecondFactor: true } || context.IsForAsset()
            || Open.Any(path => context.Request.Path.StartsWithSegments(path)))
            return next();
        context.Response.Redirect(SetUp);
        return Task.CompletedTask;
    });
}
