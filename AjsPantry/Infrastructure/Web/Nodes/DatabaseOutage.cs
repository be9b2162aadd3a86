using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Infrastructure.Web.Nodes;

/// <summary>
/// While PostgreSQL is away every page answers 503 with a plain message that needs no database, and works again as soon as it is
/// back. Stands outside everything that reads a session.
/// </summary>
public static partial class DatabaseOutage
{
    private const string Page = """
        <!doctype html>
        <html lang="en" data-bs-theme="light" data-theme="device">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Back in a moment · AJS Pantry</title>
        <link rel="icon" href="/img/mark.svg" type="image/svg+xml"><script src="/js/theme.js"></script>
        <link rel="stylesheet" href="/lib/app.css"></head>
        <body><main class="page" id="main"><div class="oops"><img src="/img/empty.svg" alt="" width="132"><h1 class="answer">The pantry is closed for a moment</h1>
        <p class="sub">We cannot reach our database. Go back, wait a minute and send it again. Nothing will be saved twice.</p>
        </div></main></body></html>
        """;

    public static void UseDatabaseOutage(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next();
        }
        catch (Exception exception) when (IsOutage(exception) && !context.Response.HasStarted)
        {
            LogOutage(app.Logger, exception.GetBaseException().Message);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "30";
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Page, context.RequestAborted);
        }
    });

    /// <summary>
    /// What PostgreSQL says when it cannot do its work: connection lost, shutting down or starting, out of connections, memory or
    /// disk, the disk itself broken, and a standby that takes no writes.
    /// </summary>
    private static readonly string[] States = ["08", "57P", "53", "58", "25006"];

    /// <summary>
    /// The server is unreachable or cannot work; not a statement that it refused. With several servers there may be none to ask, and so no
    /// reason within.
    /// </summary>
    public static bool IsOutage(Exception exception) => exception switch
    {
        PostgresException { SqlState: var state } => States.Any(start => state.StartsWith(start, StringComparison.Ordinal)),
        NpgsqlOperationInProgressException => false,
        NpgsqlException => true,
        DbUpdateException or InvalidOperationException or AggregateException when exception.InnerException is { } inner => IsOutage(inner),
        _ => false,
    };

    [LoggerMessage(LogLevel.Error, "PostgreSQL is away: {Reason}")]
    private static partial void LogOutage(ILogger logger, string reason);
}
