using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.Account;

/// <summary>Counts how often a form of the signed-in person fails: an open session must not be a place to guess the password at leisure.</summary>
internal sealed class CountedTries : IAsyncResourceFilter
{
    private const string Door = "present password";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var (http, limits) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<TryLimits>());
        var account = http.RequestServices.GetRequiredService<Caller>().Person?.Id.ToString();
        if (!HttpMethods.IsPost(http.Request.Method) || account is null)
            await next();
        else if (await limits.CountAsync(http, Door, account, http.RequestAborted) is { } wait)
            context.Result = new TooManyTries(wait);
        else if ((await next()).Result is RedirectToPageResult)
            await limits.ForgiveAsync(http, Door, account, CancellationToken.None);
    }
}
