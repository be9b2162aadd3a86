using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.Account;

/// <summary>Leads people who have not switched two-step sign-in on to the page that does; the package's own answer is an error.</summary>
internal sealed class OnlyWithSecondStep : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var members = context.HttpContext.RequestServices.GetRequiredService<UserManager<Member>>();
        if (await members.GetUserAsync(context.HttpContext.User) is { TwoFactorEnabled: true })
            await next();
        else
            context.Result = new RedirectToPageResult("/Account/Manage/TwoFactorAuthentication", new { area = "Identity" });
    }
}
