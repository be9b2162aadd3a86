using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Infrastructure.Web;

/// <summary>Answers a form that says itself that it is too large, before anything of it is read: back to the page, which says so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TooLargeUploadAttribute(long most) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>In bytes.</summary>
    public long Most => most;

    /// <summary>Before the limits of the form and the anti-forgery token, which read it.</summary>
    public int Order => 0;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentLength > most)
            context.Result = new LocalRedirectResult($"{request.Path}{request.QueryString.Add("toolarge", "yes")}");
    }
}
