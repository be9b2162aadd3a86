using AjsPantry.Infrastructure.Persistence;
using Npgsql;

namespace AjsPantry.Tests.Support;

/// <summary>
/// The PostgreSQL of this test run, which deploy/test starts and names in PANTRY_TEST_SERVER. One database is migrated and filled
/// with the cast once; every test class gets a copy of it, made in a tenth of a second.
/// </summary>
public static class TestServer
{
    private const string Template = "pantry_template";

    private static readonly Lazy<Task> Prepared = new(PrepareAsync);
    private static int _databases;

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
        await ExecuteAsync(Superuser, $"REVOKE ALL ON DATABASE {name} FROM PUBLIC; GRANT CONNECT ON DATABASE {name} TO pantry_app, pantry_ops");
        return name;
    }

    /// <summary>Makes a database without a table, as deploy/roles.sql leaves it, and returns its name.</summary>
    public static async Task<string> CreateEmptyDatabaseAsync()
    {
        await Prepared.Value;
        var name = $"pantry_empty_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        await MakeAsync(name);
        return name;
    }

    public static Task DropDatabaseAsync(string name) => ExecuteAsync(Superuser, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    /// <summary>As the application connects.</summary>
    public static string AsApp(string database) => As("pantry_app", database);

    /// <summary>As migrations connect.</summary>
    public static string AsOwner(string database) => As("pantry_owner", database);

    /// <summary>As backups connect.</summary>
    public static string AsOps(string database) => As("pantry_ops", database);

    /// <summary>As nobody connects but the tests, to look behind the walls.</summary>
    public static string AsSuperuser(string database) => new NpgsqlConnectionStringBuilder(Superuser) { Database = database, Pooling = false }.ConnectionString;

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

    private static string As(string role, string database) =>
        new NpgsqlConnectionStringBuilder(Superuser) { Username = role, Password = RolePassword, Database = database, MaxPoolSize = 20 }.ConnectionString;

    private static async Task PrepareAsync()
    {
        foreach (var role in (string[])["pantry_owner", "pantry_app", "pantry_ops"])
        {
            await ExecuteAsync(Superuser, $"DO $$ BEGIN CREATE ROLE {role}; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
            await ExecuteAsync(Superuser, $"ALTER ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE {(role == "pantry_ops" ? "BYPASSRLS" : "NOBYPASSRLS")} PASSWORD '{RolePassword}'");
        }

        await ExecuteAsync(Superuser, "GRANT pg_read_all_data TO pantry_ops");
        await ExecuteAsync(Superuser, $"DROP DATABASE IF EXISTS {Template} WITH (FORCE)");
        await MakeAsync(Template);
        await Migrate.RunAsync(AsOwner(Template), CancellationToken.None);
        await using (var app = new PantryApp(Template))
            await Cast.EnterAsync(app.Services);
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task MakeAsync(string name)
    {
        await ExecuteAsync(Superuser, $"CREATE DATABASE {name} OWNER pantry_owner TEMPLATE template0 ENCODING 'UTF8'");
        await ExecuteAsync(AsSuperuser(name), "ALTER SCHEMA public OWNER TO pantry_owner; REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO pantry_app, pantry_ops");
    }
}
