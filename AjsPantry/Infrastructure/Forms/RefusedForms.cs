using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AjsPantry.Infrastructure.Forms;

/// <summary>
/// A form of our own page whose token no longer counts, because the cookie is gone or somebody signed in meanwhile. It is not saved, and
/// what was typed is not lost: it waits behind a button, as after a lost session. What comes from another site stays refused.
/// </summary>
internal sealed class RefusedForms : IAsyncAlwaysRunResultFilter
{
    /// <summary>What the pages in front of the door say first.</summary>
    public const string Note = "Again";

    /// <summary>The number, email or name that was typed there.</summary>
    public const string TypedName = "TypedName";

    private const string NameField = "Input.Name";

    private const int LongestName = 200;

    private const string Words =
        "This page was open for too long. Fill it in again. If you see this again, allow cookies for this site.";

    private const string Door = "/sign-in";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && IsOfOwnPage(context.HttpContext.Request))
            context.Result = await InsteadAsync(context.HttpContext) ?? context.Result;
        await next();
    }

    /// <summary>Browsers say where a form comes from, and no page can make them lie. Scripts of ours read the answer themselves.</summary>
    internal static bool IsOfOwnPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var mode = request.Headers["Sec-Fetch-Mode"].ToString();
        var isOwn = site == "" ? request.Headers.Origin == $"{request.Scheme}://{request.Host}" : site == "same-origin";
        return isOwn && (mode is "" or "navigate") && !request.Headers.ContainsKey("HX-Request");
    }

    /// <returns>Null when there is nothing better than the refusal.</returns>
    private static async Task<IActionResult?> InsteadAsync(HttpContext context)
    {
        var request = context.Request;
        var services = context.RequestServices;
        var caller = services.GetRequiredService<Caller>();
        // A second tab with the sign-in page, after the first has signed in.
        if (caller.Person is not null && request.Path.StartsWithSegments(Door))
            return new LocalRedirectResult(ReturnAddress.Safe(await FieldAsync(request, "ReturnUrl")));
        if (caller.Person is { } person && !DraftForms.IsOfSecrets(request.Path))
        {
            var kept = await services.GetRequiredService<DraftForms>().KeepRefusedAsync(request, person.Id, context.RequestAborted);
            return kept is null ? null : new LocalRedirectResult(DraftForms.Place + kept.Id);
        }

        var note = services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        note[caller.Person is null ? Note : "Toast"] = Words;
        if (await FieldAsync(request, NameField) is { Length: > 0 and <= LongestName } name)
            note[TypedName] = name;
        note.Save();
        return new LocalRedirectResult(ReturnAddress.Safe(request.Path + request.QueryString));
    }

    private static async Task<string?> FieldAsync(HttpRequest request, string name) =>
        request.HasFormContentType && (await request.ReadFormAsync()).TryGetValue(name, out var typed) ? typed.ToString() : null;
}
