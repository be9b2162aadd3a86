using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.Account;

/// <summary>
/// A new authenticator key or a second factor switched on or off changes the security stamp, which ends every session at its next
/// request, and open links. The session of the person who did it goes on, or the recovery codes would never be seen.
/// </summary>
internal sealed class StaySignedIn : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // Read before: some of Identity's pages renew the session themselves, and with it the person of the request.
        var (services, user) = (context.HttpContext.RequestServices, context.HttpContext.User);
        await next();
        var members = services.GetRequiredService<UserManager<Member>>();
        if (await members.GetUserAsync(user) is { } member && !user.HasClaim(members.Options.ClaimsIdentity.SecurityStampClaimType, member.SecurityStamp!))
        {
            // Whoever changes the password because somebody else may have a link means that link too.
            await services.GetRequiredService<Invitations>().WithdrawAsync(member.Id, CancellationToken.None);
            await services.GetRequiredService<SignInManager<Member>>().RefreshSignInAsync(member);
        }
    }
}
