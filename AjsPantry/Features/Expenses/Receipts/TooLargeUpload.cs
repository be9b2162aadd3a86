using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>Answers a form that says itself that it is too large, before anything of it is read: back to the page, which says so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TooLargeUploadAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the limits of the form and the anti-forgery token, which read it.</summary>
    public int Order => 0;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentLength > ReceiptLimits.Request)
            context.Result = new LocalRedirectResult($"{request.Path}{request.QueryString.Add("toolarge", "yes")}");
    }
}
