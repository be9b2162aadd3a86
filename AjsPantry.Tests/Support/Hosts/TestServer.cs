using System.Collections.Concurrent;
using AjsPantry.Infrastructure.Persistence;
using Npgsql;

namespace AjsPantry.Tests.Support.Hosts;

/// <summary>
/// The PostgreSQL of this test run, which deploy/test starts and names in PANTRY_TEST_SERVER. One database is migrated and filled
/// with the cast once; every application gets a copy of it, which is put back to the cast before each test that uses it.
/// </summary>
public static class TestServer
{
    private const string Template = "pantry_template";

    /// <summary>What a test never changes for others: the schema's own records, and the keys that cookies are sealed with.</summary>
    private const string Kept = "'__EFMigrationsHistory', 'data_protection_keys', 'schema'";

    private static readonly Lazy<Task> Prepared = new(PrepareAsync);
    private static readonly ConcurrentDictionary<string, NpgsqlDataSource> Superusers = new();
    private static readonly ConcurrentDictionary<string, RowReset> Resets = new();
    private static int _databases;
    private static RowSnapshot _cast = null!;

    private static string Superuser { get; } = Environment.GetEnvironmentVariable("PANTRY_TEST_SERVER")
        ?? throw new InvalidOperationException("PANTRY_TEST_SERVER is not set. Run the tests with ./deploy/test.");

    /// <summary>The password of the three roles on this throw-away server.</summary>
    private static string RolePassword { get; } = new NpgsqlConnectionStringBuilder(Superuser).Password!;

    /// <summary>Makes a database with the cast in it and returns its name.</summary>
    public static async Task<string> CreateDatabaseAsync()
    {
        await Prepared.Value;
        var name = $"pantry_test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync(Superuser, $"CREATE DATABASE {name} TEMPLATE {Template} OWNER pantry_owner");
        await ExecuteAsync(
            Superuser, $"REVOKE ALL ON DATABASE {name} FROM PUBLIC; GRANT CONNECT ON DATABASE {name} TO pantry_app, pantry_ops");
        return name;
    }

    private static async Task LeaveAsync(string database)
    {
        if (Superusers.TryRemove(database, out var superuser))
            await superuser.DisposeAsync();
        if (Resets.TryRemove(database, out var reset))
            await reset.DisposeAsync();
    }

    /// <summary>Makes a database without a table, as deploy/roles.sql leaves it, and returns its name.</summary>
    public static async Task<string> CreateEmptyDatabaseAsync()
    {
        await Prepared.Value;
        var name = $"pantry_empty_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        await MakeAsync(name);
        return name;
    }

    public static async Task DropDatabaseAsync(string name)
    {
        await LeaveAsync(name);
        await ExecuteAsync(Superuser, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>Puts the rows of a copy back to what they were when it was made.</summary>
    public static void Reset(string database) => Reset(database, _cast);

    /// <summary>Puts the rows back to what they were.</summary>
    public static void Reset(string database, RowSnapshot to) =>
        Resets.GetOrAdd(database, name => new RowReset(AsSuperuser(name))).PutBack(to);

    /// <summary>The rows as they stand, to go back to them.</summary>
    public static async Task<RowSnapshot> SnapshotAsync(string database)
    {
        List<KeptRows> tables = [];
        foreach (var (table, columns) in await TablesAsync(database))
            tables.Add(new(table, columns,
                (await ListAsync(database, $"SELECT json_agg(one)::text FROM {table} AS one HAVING count(*) > 0")).SingleOrDefault()));
        // Numbers go on after those that are there, in whatever copy they are written again.
        return new RowSnapshot(tables, await ListAsync(database, Restarts));
    }

    private const string Restarts = """
        SELECT format(E'PERFORM setval(%L, (SELECT coalesce(max(%I), 0) + 1 FROM %I.%I), false);\n',
            pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname), a.attname, n.nspname, c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind = 'r' AND n.nspname IN ('public', 'hangfire') AND pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) IS NOT NULL
        """;

    /// <summary>Writes past every wall, for what stands in a copy before a test begins.</summary>
    public static async Task WriteAsync(string database, string sql, params object[] values)
    {
        await using var command = Superusers.GetOrAdd(database, name => NpgsqlDataSource.Create(AsPooledSuperuser(name)))
            .CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of what a query finds, past every wall.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(string database, string sql)
    {
        await using var command = Superusers.GetOrAdd(database, name => NpgsqlDataSource.Create(AsPooledSuperuser(name)))
            .CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> found = [];
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return found;
    }

    /// <summary>As the application connects.</summary>
    public static string AsApp(string database) => As("pantry_app", database);

    /// <summary>As migrations connect.</summary>
    public static string AsOwner(string database) => As("pantry_owner", database);

    /// <summary>As backups connect.</summary>
    public static string AsOps(string database) => As("pantry_ops", database);

    /// <summary>As nobody connects but the tests, to look behind the walls.</summary>
    public static string AsSuperuser(string database) =>
        new NpgsqlConnectionStringBuilder(Superuser) { Database = database, Pooling = false }.ConnectionString;

    public static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<T> ScalarAsync<T>(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static string AsPooledSuperuser(string database) =>
        new NpgsqlConnectionStringBuilder(Superuser) { Database = database, MaxPoolSize = 2, IncludeErrorDetail = true }.ConnectionString;

    private static string As(string role, string database) =>
        new NpgsqlConnectionStringBuilder(
            Superuser)
        { Username = role, Password = RolePassword, Database = database, MaxPoolSize = 20 }.ConnectionString;

    private static async Task PrepareAsync()
    {
        foreach (var role in (string[])["pantry_owner", "pantry_app", "pantry_ops"])
        {
            await ExecuteAsync(Superuser, $"DO $$ BEGIN CREATE ROLE {role}; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
            await ExecuteAsync(Superuser,
                $"ALTER ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE {(role == "pantry_ops" ? "BYPASSRLS" : "NOBYPASSRLS")} PASSWORD '{RolePassword}'");
        }

        await ExecuteAsync(Superuser, "GRANT pg_read_all_data TO pantry_ops");
        await ExecuteAsync(Superuser, $"DROP DATABASE IF EXISTS {Template} WITH (FORCE)");
        await MakeAsync(Template);
        await Migrate.RunAsync(AsOwner(Template), CancellationToken.None);
        await using (var app = new PantryApp(Template))
        {
            await Cast.EnterAsync(app.Services);
            await CastSessions.PrepareAsync(app);
        }

        _cast = await SnapshotAsync(Template);
        NpgsqlConnection.ClearAllPools();
        await LeaveAsync(Template);
    }

    /// <summary>Every table that tests may write, with the columns that one writes.</summary>
    private static async Task<IReadOnlyList<(string Table, string Columns)>> TablesAsync(string database)
    {
        var found = await ListAsync(database, $"""
            SELECT format('%I.%I', n.nspname, c.relname) || ' ' || string_agg(format('%I', a.attname), ', ')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'hangfire') AND c.relname NOT IN ({Kept})
              AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            GROUP BY n.nspname, c.relname ORDER BY 1
            """);
        return [.. found.Select(table => (table.Split(' ')[0], table[(table.IndexOf(' ', StringComparison.Ordinal) + 1)..]))];
    }

    private static async Task MakeAsync(string name)
    {
        await ExecuteAsync(Superuser, $"CREATE DATABASE {name} OWNER pantry_owner TEMPLATE template0 ENCODING 'UTF8'");
        await ExecuteAsync(AsSuperuser(name),
            "ALTER SCHEMA public OWNER TO pantry_owner; REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO pantry_app, pantry_ops");
    }
}
