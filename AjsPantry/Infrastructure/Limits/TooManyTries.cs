using System.Globalization;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AjsPantry.Infrastructure.Limits;

/// <summary>Answers 429 and says when to try again; the page for it reads that from the header.</summary>
/// <param name="wait">Rounded up to whole seconds.</param>
public sealed class TooManyTries(TimeSpan wait) : StatusCodeResult(StatusCodes.Status429TooManyRequests)
{
    public override void ExecuteResult(ActionContext context)
    {
        var services = context.HttpContext.RequestServices;
        services.GetRequiredService<SecurityLog>().Write(SecurityEventKind.LimitReached, services.GetRequiredService<Caller>().Person?.Id);
        context.HttpContext.Response.Headers[HeaderNames.RetryAfter] = Math.Ceiling(wait.TotalSeconds)
            .ToString(CultureInfo.InvariantCulture);
        base.ExecuteResult(context);
    }

    /// <summary>What the header of an answer says, in words; a minute when nothing is known.</summary>
    public static string Words(HttpResponse response) =>
        Words(TimeSpan.FromSeconds(int.TryParse(response.Headers[HeaderNames.RetryAfter], CultureInfo.InvariantCulture, out var seconds)
            ? seconds : 60));

    /// <summary>In words: a minute, 5 minutes. Rounded up, so that nobody comes too early.</summary>
    public static string Words(TimeSpan wait)
    {
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        return minutes <= 1 ? "a minute" : $"{minutes} minutes";
    }
}
