using System.Globalization;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Shared;

/// <summary>What people see instead of a page: plain words and the way back.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class StatusModel(Caller caller) : PageModel
{
    public string Answer { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public bool IsSignedIn => caller.Person is not null;

    /// <summary>Whatever the verb of the request that went wrong.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Show(int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture));

    private void Show(int code)
    {
        // Asked for directly, this page is not an error; it simply does not exist.
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && HttpContext.Features.Get<IExceptionHandlerPathFeature>() is null)
            code = Response.StatusCode = StatusCodes.Status404NotFound;
        (Answer, Advice) = code switch
        {
            400 => ("That form could not be read", "It may have waited too long or been opened before you signed in. Go back, reload the page and send it again; what you typed is still there."),
            403 => ("This page is not yours to open", "It belongs to another role. If you need it, ask an admin of your residence."),
            404 => ("There is nothing here", "The address is wrong, or what was here belongs to somebody else."),
            405 or 415 => ("That is not how this page works", "Go back and use the buttons on the page."),
            413 => ("That is too much at once", "Send less in one go: fewer lines, or a smaller file."),
            429 => ("Too many tries", $"Wait {TooManyTries.Words(Response)}, then try again."),
            _ => ("Something went wrong on our side", "Nothing was changed by halves. Try again; if it happens again, tell an admin what you were doing and when."),
        };
    }
}
