using System.Text.Json;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web.Nodes;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace AjsPantry.Infrastructure.Hosting;

/// <summary>
/// What a proxy and whoever watches ask: /healthz, whether the process lives, and /readyz, whether it can serve. The latter names each part
/// with one word, well or not, and nothing else, because anybody on the machine may read it.
/// </summary>
public static class Health
{
    public const string Live = "/healthz", Ready = "/readyz";

    /// <summary>Who asks does not wait longer, even where the database takes connections and says nothing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <summary>How long a node that is told to stop goes on serving, so that the proxy has noticed; the name of the setting.</summary>
    private const string Delay = "Shutdown:DelaySeconds";

    private const int LongestDelay = 60;

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<Stopping>("node", timeout: Patience)
            .AddCheck<Database>("database", timeout: Patience)
            .AddCheck<Clock>("clock", timeout: Patience)
            .AddCheck<Migrations>("migrations", timeout: Patience)
            .AddCheck<Jobs>("jobs", timeout: Patience);
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().Add(Hide);
        app.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous().Add(Hide);
    }

    /// <summary>Whoever comes through the proxy finds nothing here, however the address is spelt.</summary>
    private static void Hide(EndpointBuilder endpoint)
    {
        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            var isForwarded = context.Request.Headers.ContainsKey("X-Forwarded-For")
                || context.Request.Headers.ContainsKey("X-Original-For");
            if (!isForwarded)
                return answer(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }

    /// <summary>
    /// Told to stop, a node says at once that it is not ready and goes on serving for the delay of the settings; then it takes nothing new
    /// and finishes what it has.
    /// </summary>
    public static void StopGently(this WebApplication app)
    {
        var seconds = Math.Clamp(app.Configuration.GetValue(Delay, app.Environment.IsProduction() ? 5 : 0), 0, LongestDelay);
        // The server goes on while this waits: hosts stop their services only after everybody was told.
        if (seconds > 0)
            app.Lifetime.ApplicationStopping.Register(() => Thread.Sleep(TimeSpan.FromSeconds(seconds)));
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            JsonSerializer.Serialize(report.Entries.ToDictionary(
                part => part.Key, part => part.Value.Status == HealthStatus.Healthy ? "ok" : "failed")), context.RequestAborted);
    }

    private static HealthCheckResult Result(bool isWell) => isWell ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();

    /// <summary>
    /// Asks the database a second time when the first failed: it may have met a pooled connection that ended with the server it was made
    /// for. Whoever wants to know leaves when patience ends; to cancel the question instead would mean to wait for the same silent server
    /// again.
    /// </summary>
    private static async Task<HealthCheckResult> AskAsync(Func<Task<bool>> ask, CancellationToken cancellationToken)
    {
        return Result(await AskTwiceAsync().WaitAsync(cancellationToken));

        async Task<bool> AskTwiceAsync()
        {
            try
            {
                return await ask();
            }
            catch (Exception exception) when (DatabaseOutage.IsOutage(exception))
            {
                return await ask();
            }
        }
    }

    /// <summary>Given up soon by itself, so that questions to a silent server do not use up the connections.</summary>
    private static NpgsqlCommand Question(NpgsqlDataSource database, string sql)
    {
        var command = database.CreateCommand(sql);
        command.CommandTimeout = (int)Math.Ceiling(Patience.TotalSeconds);
        return command;
    }

    private sealed class Stopping(IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(Result(!lifetime.ApplicationStopping.IsCancellationRequested));
    }

    /// <summary>The server answers and takes writes, which a standby does not.</summary>
    private sealed class Database(NpgsqlDataSource database) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken = default) => AskAsync(async () =>
        {
            await using var command = Question(
                database, "SELECT NOT pg_is_in_recovery() AND current_setting('default_transaction_read_only') = 'off'");
            return await command.ExecuteScalarAsync(CancellationToken.None) is true;
        }, cancellationToken);
    }

    /// <summary>The node and the database agree on the time. By the machine's own clock, which is what may be wrong.</summary>
    private sealed class Clock(NpgsqlDataSource database) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken = default) => AskAsync(async () =>
        {
            await using var command = Question(database, "SELECT clock_timestamp()");
            return await command.ExecuteScalarAsync(CancellationToken.None) is DateTime there
                && NodeClock.Agrees(DateTimeOffset.UtcNow, new DateTimeOffset(there, TimeSpan.Zero));
        }, cancellationToken);
    }

    private sealed class Migrations(PantryDb db, NpgsqlDataSource database) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            // Read now: whoever gives up waiting takes the context along.
            string[] ours = [.. db.Database.GetMigrations()];
            return AskAsync(async () =>
            {
                await using var command = Question(
                    database, """SELECT count(*) FROM "__EFMigrationsHistory" WHERE migration_id = ANY ($1)""");
                command.Parameters.AddWithValue(ours);
                return await command.ExecuteScalarAsync(CancellationToken.None) is long ran && ran == ours.Length;
            }, cancellationToken);
        }
    }

    /// <summary>The storage of jobs answers and, on a node that works on them, its own servers live.</summary>
    private sealed class Jobs(NpgsqlDataSource database, IConfiguration configuration, TimeProvider clock) : IHealthCheck
    {
        private static readonly string[] Queues = [JobsSetup.DefaultQueue, JobsSetup.TenantQueue, MailSetup.Queue];

        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken = default) => AskAsync(async () =>
        {
            await using var command = Question(
                database, "SELECT coalesce(array_agg(id), ARRAY[]::text[]) FROM hangfire.server WHERE lastheartbeat > $1");
            command.Parameters.AddWithValue(clock.GetUtcNow() - JobEngine.Silence);
            return await command.ExecuteScalarAsync(CancellationToken.None) is string[] living
                && (!configuration.GetValue("Jobs:Enabled", true)
                    || Queues.All(queue => living.Any(server => JobsSetup.IsOurs(server, queue))));
        }, cancellationToken);
    }
}
