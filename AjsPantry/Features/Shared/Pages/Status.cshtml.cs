using System.Globalization;
using AjsPantry.Infrastructure.Forms;
using AjsPantry.Infrastructure.Limits;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Shared.Pages;

/// <summary>What people see instead of a page: plain words and the way back.</summary>
[IgnoreAntiforgeryToken]
public sealed class StatusModel(Scope scope) : PageModel
{
    public string Answer { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>The page stands between the bars like any other, so that the way on is where it always is.</summary>
    public bool KeepsFrame { get; private set; }

    /// <summary>What was sent too fast, to be sent again; null where nothing was, or where it had files or secrets in it.</summary>
    public DraftFields? Again { get; private set; }

    public bool IsSignedIn => scope.Person is not null;

    /// <summary>Whatever the verb of the request that went wrong.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Show(int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture));

    private void Show(int code)
    {
        // Asked for directly, this page is not an error; it simply does not exist.
        if (!HttpContext.IsShownInstead())
            code = Response.StatusCode = StatusCodes.Status404NotFound;
        KeepsFrame = IsSignedIn && code < StatusCodes.Status500InternalServerError;
        Again = WritingLimit.IsMet(HttpContext) ? Sent() : null;
        (Answer, Advice) = code switch
        {
            400 => ("This form is too old", "It was not saved. Go back, copy what you typed, open the page again and send it from there."),
            403 => ("You do not have access", "This page is for another role. If you need it, ask an admin of your residence."),
            404 => ("Page not found", "The address may be wrong, or the page was removed."),
            405 or 415 => ("This did not work", "Go back and use the buttons on the page."),
            413 => ("Too much at once", "Send fewer lines or a smaller file."),
            429 when WritingLimit.IsMet(HttpContext) =>
                ("You sent many forms in a short time", "The last one is not saved. Wait a few seconds, then send it again."),
            429 => ("Too many tries", $"Wait {TooManyTries.Words(Response)}, then try again."),
            _ => ("Something went wrong",
                "This is our fault. Nothing was saved. Try again. If it happens again, tell an admin what you did and when."),
        };
    }

    private DraftFields? Sent()
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not { } asked)
            return null;
        if (HttpContext.Features.Get<IFormFeature>()?.Form is not { Files.Count: 0 } form)
            return null;
        var fields = DraftForms.FieldsOf(form);
        // One without its password would only be refused.
        var isWhole = fields.Count == form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal))
            .Sum(field => field.Value.Count);
        return isWhole && fields.Count > 0 ? new(asked.OriginalPathBase + asked.OriginalPath + asked.OriginalQueryString, fields) : null;
    }
}
