namespace AjsPantry.Infrastructure.Web;

/// <summary>
/// Answers a request with another page, as if that had been asked for, when something must reach it that does not fit into an
/// address: what somebody typed. Whoever wants it says so and leaves the response empty.
/// </summary>
public static class ContinuedRequest
{
    private sealed record Continuation(PathString Path, QueryString Query);

    public static void ContinueAt(this HttpContext context, PathString path, QueryString query = default) => context.Features.Set(new Continuation(path, query));

    /// <summary>Stands before routing, because the other page is routed like any request.</summary>
    public static void UseKeptForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next();
        // Bounded: a page that is continued at does not continue further than sign-in, code, kept form.
        for (var steps = 0; steps < 2 && context.Features.Get<Continuation>() is { } continuation && !context.Response.HasStarted; steps++)
        {
            context.Features.Set<Continuation>(null);
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            (context.Request.Method, context.Request.Path, context.Request.QueryString) = (HttpMethods.Get, continuation.Path, continuation.Query);
            await next();
        }
    });
}
