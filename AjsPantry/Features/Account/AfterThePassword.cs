using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.Account;

/// <summary>
/// Leads to the sign-in page whoever comes to the second question without the first, or too long after it. Codes are short, so
/// tries are counted; Identity itself counts none of recovery codes.
/// </summary>
internal sealed class AfterThePassword : IAsyncResourceFilter
{
    private const string Door = "second step";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        if (await services.GetRequiredService<SignInManager<Member>>().GetTwoFactorAuthenticationUserAsync() is not { } member)
            context.Result = new RedirectToPageResult("/Account/SignIn", new { area = "" });
        else if (!HttpMethods.IsPost(http.Request.Method))
            await next();
        else if (await services.GetRequiredService<TryLimits>().CountAsync(http, Door, member.Id.ToString(), http.RequestAborted) is { } wait)
            context.Result = new TooManyTries(wait);
        else if ((await next()).Result is LocalRedirectResult)
            // Only the right code leads on to where the person wanted to go.
            await services.GetRequiredService<TryLimits>().ForgiveAsync(http, Door, member.Id.ToString(), CancellationToken.None);
    }
}
