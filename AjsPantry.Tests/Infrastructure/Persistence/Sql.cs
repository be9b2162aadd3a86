using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Tests.Infrastructure.Persistence;

/// <summary>Ways round the application's own care, straight at PostgreSQL. What holds here holds whatever a feature forgets.</summary>
internal static class Sql
{
    /// <summary>SQLSTATE of a missing right, and of a row that a policy does not let in.</summary>
    public const string NotAllowed = PostgresErrorCodes.InsufficientPrivilege;

    /// <summary>The first column of all rows, as the application's role in the tenant; null sets none.</summary>
    public static Task<List<object>> AsAppAsync(this PantryApp app, string? tenant, string sql) =>
        RowsAsync(TestServer.AsApp(app.Database), tenant, sql);

    public static async Task<List<object>> RowsAsync(string connectionString, string? tenant, string sql)
    {
        await using var connection = await OpenAsync(connectionString, tenant);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetValue(0));
        return rows;
    }

    /// <summary>The SQLSTATE with which PostgreSQL refuses a statement of the application's role.</summary>
    public static Task<string?> RefusalAsync(this PantryApp app, string? tenant, string sql) =>
        RefusalAsync(TestServer.AsApp(app.Database), tenant, sql);

    public static async Task<string?> RefusalAsync(string connectionString, string? tenant, string sql) =>
        (await Assert.ThrowsAsync<PostgresException>(() => RowsAsync(connectionString, tenant, sql))).SqlState;

    /// <summary>A context of the tenant without the interceptors that would stop a mistake before it reaches PostgreSQL.</summary>
    public static async Task<PantryDb> WithoutGuardsAsync(this PantryApp app, string? tenant)
    {
        var current = new CurrentTenant();
        if (tenant is not null)
            current.Set(Cast.TenantId(tenant));
        var connection = await OpenAsync(TestServer.AsApp(app.Database), tenant);
        return new PantryDb(
            new DbContextOptionsBuilder<PantryDb>().UseNpgsql(connection, contextOwnsConnection: true)
                .UseSnakeCaseNamingConvention().Options, current);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, string? tenant)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        if (tenant is null)
            return connection;
        await using var command = new NpgsqlCommand("SELECT set_config('app.tenant_id', $1, false)", connection);
        command.Parameters.AddWithValue(Cast.TenantId(tenant).ToString());
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
