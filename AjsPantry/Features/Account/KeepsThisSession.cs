using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.Account;

/// <summary>
/// A new authenticator key, made when the page that connects one is opened, and switching the second step off end all sessions.
/// The one that asked for it goes on: otherwise one would be signed out before the code can be typed.
/// </summary>
internal sealed class KeepsThisSession : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var members = services.GetRequiredService<UserManager<Member>>();
        var member = await members.GetUserAsync(context.HttpContext.User);
        var stamp = member?.SecurityStamp;
        await next();
        if (member is not null && member.SecurityStamp != stamp)
            await services.GetRequiredService<SignInManager<Member>>().RefreshSignInAsync(member);
    }
}
