using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Infrastructure.Scopes;

/// <summary>Somebody wants to do what their role does not allow.</summary>
public sealed class NotAllowedException(Permission permission) : Exception($"The permission {permission} is missing.");

/// <summary>Answers a page whose handler was not allowed as the page's own policy would have.</summary>
public sealed class NotAllowedFilter : ExceptionFilterAttribute
{
    public override void OnException(ExceptionContext context)
    {
        if (context.Exception is NotAllowedException)
            context.Result = new ForbidResult();
    }
}
