using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Infrastructure.Web;

/// <summary>
/// Refuses a verb or a handler that a page does not have. ASP.NET Core would draw the page without having read anything for it,
/// which fails or shows nonsense.
/// </summary>
internal sealed class KnownVerbsOnly : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var isRead = HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);
        var isMarkupOnly = context.ActionDescriptor.HandlerMethods.Count == 0 && isRead;
        if (context.HandlerMethod is null && !isMarkupOnly && !context.HttpContext.IsShownInstead())
            context.Result = new StatusCodeResult(isRead ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
