using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.Account;

/// <summary>Leads to the sign-in page whoever comes to the second question without the first, or too long after it.</summary>
internal sealed class AfterThePassword : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var signIn = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Member>>();
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
            context.Result = new RedirectToPageResult("/Account/SignIn", new { area = "" });
        else
            await next();
    }
}
