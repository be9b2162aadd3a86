using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Infrastructure.SignIn.TwoStep;

/// <summary>
/// A browser in which somebody gave a code and asked not to be asked again. It counts for that person alone, for as many days as the page
/// says, and ends with the password and with every change of the second step.
/// </summary>
public sealed class RememberedDevice(IHttpContextAccessor accessor, TimeProvider clock)
{
    public const int Days = 30;

    private static readonly string Scheme = IdentityConstants.TwoFactorRememberMeScheme;

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Only a request has a device.");

    public async Task<bool> KnowsAsync(Member member) => StampedCookie.Read(await Http.AuthenticateAsync(Scheme))?.IsOf(member) == true;

    public Task RememberAsync(Member member)
    {
        var lasts = new AuthenticationProperties
        {
            IsPersistent = true,
            ExpiresUtc = clock.GetUtcNow().AddDays(Days),
            AllowRefresh = false
        };
        return Http.SignInAsync(Scheme, StampedCookie.Of(member, Scheme), lasts);
    }

    public Task ForgetAsync() => Http.SignOutAsync(Scheme);
}
