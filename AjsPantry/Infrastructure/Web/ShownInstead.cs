using Microsoft.AspNetCore.Diagnostics;

namespace AjsPantry.Infrastructure.Web;

/// <summary>The page that is shown instead of one that was refused or failed goes the request's way a second time.</summary>
public static class ShownInstead
{
    /// <summary>True the second time: what was sent is not looked at, counted or refused again.</summary>
    public static bool IsShownInstead(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerPathFeature>() is not null;
}
