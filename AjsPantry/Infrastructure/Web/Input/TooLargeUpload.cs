using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Infrastructure.Web.Input;

/// <summary>
/// A page that takes files. A form that says itself that it is too large is answered before anything of it is read: back to the page,
/// which says so.
/// </summary>
public sealed class TooLargeUploadAttribute : FormSizeAttribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Files, and the few words that go with them: all of these are in memory at once.</summary>
    private const int MostFields = 64;

    public TooLargeUploadAttribute(long most)
        : base(most) => Fields = MostFields;

    /// <summary>Before the anti-forgery token, which reads the form.</summary>
    public int Order => 0;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentLength > Most)
            context.Result = new LocalRedirectResult($"{request.Path}{request.QueryString.Add("toolarge", "yes")}");
    }
}
