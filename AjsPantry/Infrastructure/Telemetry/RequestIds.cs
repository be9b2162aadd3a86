using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Identity;

namespace AjsPantry.Infrastructure.Telemetry;

/// <summary>
/// Which request a line of the log is of, and by then which tenant and person. Read when the line is written, because a request learns who
/// asks only on its way.
/// </summary>
public sealed partial class RequestIds(HttpContext context, string id)
{
    public const string Header = "X-Request-ID";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("request_id", id);
        json.WriteString("method", context.Request.Method);
        if ((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } route)
            json.WriteString("route", route);
        if (context.RequestServices?.GetService<Caller>()?.Person is not { } person)
            return;
        json.WriteString("tenant_id", person.Tenant.Id);
        json.WriteString("member_id", person.Id);
    }

    public override string ToString() => id;

    /// <summary>The proxy's id where it is one, so that its log and ours can be laid side by side; else the trace's.</summary>
    public static string Of(HttpContext context) =>
        context.Request.Headers[Header] is [{ } given] && Sane().IsMatch(given) ? given
            : Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    [GeneratedRegex("^[A-Za-z0-9-]{8,64}$")]
    private static partial Regex Sane();
}

public static class RequestIdsUse
{
    /// <summary>Gives every request an id, in the log and in its answer. The outermost, so that errors have it too.</summary>
    public static IApplicationBuilder UseRequestIds(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var id = RequestIds.Of(context);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[RequestIds.Header] = id;
            return Task.CompletedTask;
        });
        using (context.RequestServices.GetRequiredService<ILogger<RequestIds>>().BeginScope(new RequestIds(context, id)))
            await next(context);
    });
}
