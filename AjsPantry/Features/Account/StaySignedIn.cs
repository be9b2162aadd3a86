using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.Account;

/// <summary>
/// A new authenticator key or a second factor switched on or off changes the security stamp, which ends every session at its next
/// request. The session of the person who did it goes on, or the recovery codes would never be seen.
/// </summary>
internal sealed class StaySignedIn : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await next();
        var (services, user) = (context.HttpContext.RequestServices, context.HttpContext.User);
        var members = services.GetRequiredService<UserManager<Member>>();
        if (await members.GetUserAsync(user) is { } member && !user.HasClaim(members.Options.ClaimsIdentity.SecurityStampClaimType, member.SecurityStamp!))
            await services.GetRequiredService<SignInManager<Member>>().RefreshSignInAsync(member);
    }
}
