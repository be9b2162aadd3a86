using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>Refuses to start on a database whose walls do not stand. A leak is worse than an outage.</summary>
public static class StartupCheck
{
    private const string WeakRole = """
        SELECT concat_ws(', ',
            CASE WHEN rolsuper THEN 'is a superuser' END,
            CASE WHEN rolbypassrls THEN 'has BYPASSRLS' END,
            CASE WHEN EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                              WHERE n.nspname IN ('public', 'hangfire') AND pg_has_role(current_user, c.relowner, 'MEMBER')) THEN 'owns tables' END)
        FROM pg_roles WHERE rolname = current_user
        """;

    private const string UnwalledTables = """
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relname = ANY ($1)
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                   AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant_wall'))
        """;

    /// <summary>Policies add up: one more that lets the application's role through makes the wall worth nothing.</summary>
    private const string OtherWays = """
        SELECT c.relname || ' has another way in: ' || p.polname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
        WHERE c.relnamespace = 'public'::regnamespace AND p.polpermissive AND p.polname <> 'tenant_wall'
          AND EXISTS (SELECT FROM unnest(p.polroles) AS role WHERE role = 0 OR pg_has_role(current_user, role, 'MEMBER'))
        """;

    private const string OpenViews = """
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('v', 'm')
          AND NOT coalesce(c.reloptions @> '{security_invoker=true}', false)
        """;

    private const string ResetOff = "'No Reset On Close' is set, which hands one tenant's connection to the next";

    /// <exception cref="InvalidOperationException">Names everything that is wrong, one line each.</exception>
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        var problems = (await ProblemsAsync(db, cancellationToken)).ToList();
        if (await PoolerCheck.IsInTheWayAsync(
            services.GetRequiredService<IConfiguration>().GetConnectionString("Pantry")!, cancellationToken))
            problems.Add(PoolerCheck.Problem);
        if (problems.Count > 0)
            throw new InvalidOperationException("The database is not safe to use:\n- " + string.Join("\n- ", problems));
    }

    /// <summary>What is wrong with the role, the tables, the views and the connection string; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(PantryDb db, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (new NpgsqlConnectionStringBuilder(connection.ConnectionString).NoResetOnClose)
            problems.Add(ResetOff);
        problems.AddRange((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Select(name => $"migration {name} has not run"));
        problems.AddRange((await ColumnAsync(connection, WeakRole, [], cancellationToken)).Where(text => text != "")
            .Select(text => $"the application's role {text}"));
        problems.AddRange((await ColumnAsync(connection, UnwalledTables, [TenantTables(db)], cancellationToken))
            .Select(table => $"table {table} has no wall"));
        problems.AddRange((await ColumnAsync(connection, OtherWays, [], cancellationToken)).Select(way => $"table {way}"));
        problems.AddRange((await ColumnAsync(connection, OpenViews, [], cancellationToken))
            .Select(view => $"view {view} is not security_invoker"));
        return problems;
    }

    /// <summary>The tables that must stand behind row-level security.</summary>
    public static string[] TenantTables(PantryDb db) =>
    [
        .. db.Model.GetEntityTypes()
            .Where(type => typeof(ITenantOwned).IsAssignableFrom(type.ClrType) || type.ClrType == typeof(Tenant))
            .Select(type => type.GetTableName()!)
            .Distinct(),
    ];

    private static async Task<List<string>> ColumnAsync(
        NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(reader.GetString(0));
        return rows;
    }
}
