using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AjsPantry.Tests.Infrastructure.Persistence;

/// <summary>
/// An application whose pool holds a single connection, so that everybody is given the one that somebody else had before.
/// </summary>
public sealed class OneConnectionApp : PantryApp
{
    protected override bool IsShared => false;

    protected override IReadOnlyDictionary<string, string> Settings(string database) =>
        new Dictionary<string,
            string>
        {
            ["ConnectionStrings:Pantry"] = new NpgsqlConnectionStringBuilder(
                    TestServer.AsApp(database))
            { MaxPoolSize = 1, ApplicationName = "one" }.ConnectionString
        };
}

public sealed class PooledConnectionTests(OneConnectionApp app) : IClassFixture<OneConnectionApp>
{
    [Fact]
    public async Task The_next_user_of_a_connection_starts_without_a_tenant()
    {
        await app.RecordAsync("North", 1, BillActs.One(100));
        var before = await app.ReadAsync("North", LookAsync);
        Assert.NotEqual((0, null), (before.Bills, before.Tenant));
        await using var scope = app.Services.CreateAsyncScope();
        var after = await LookAsync(scope.ServiceProvider.GetRequiredService<PantryDb>());
        Assert.Equal(new Seen(before.Process, 0, null), after);
    }

    [Fact]
    public async Task The_next_tenant_sees_its_own_rows_only()
    {
        await app.RecordAsync("North", 1, BillActs.One(100));
        var north = await app.ReadAsync("North", LookAsync);
        var south = await app.ReadAsync("South", LookAsync);
        Assert.Equal(new Seen(north.Process, 0, Cast.TenantId("South").ToString()), south);
    }

    [Fact]
    public async Task A_transaction_that_failed_leaves_no_tenant_behind()
    {
        await app.RecordAsync("North", 1, BillActs.One(100));
        var process = 0;
        await Assert.ThrowsAsync<PostgresException>(() => app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            await db.Database.BeginTransactionAsync();
            process = (await LookAsync(db)).Process;
            await db.Database.ExecuteSqlAsync($"SELECT 1 / 0");
        }));
        var next = await app.ReadAsync("South", LookAsync);
        Assert.Equal(new Seen(process, 0, Cast.TenantId("South").ToString()), next);
    }

    /// <summary>What is asked often is planned once for whoever asks next; the walls hold all the same.</summary>
    [Fact]
    public async Task A_plan_that_is_kept_shows_each_tenant_its_own_rows()
    {
        await app.RecordAsync("North", 1, BillActs.One(100));
        for (var time = 0; time < UntilPlanned; time++)
        {
            Assert.Equal(1, (await app.ReadAsync("North", LookAsync)).Bills);
            Assert.Equal(0, (await app.ReadAsync("South", LookAsync)).Bills);
        }

        Assert.NotEqual(0, await app.ReadAsync("North", PlansAsync));
    }

    [Fact]
    public async Task A_column_of_another_type_is_read_anew_by_a_connection_that_has_planned_it()
    {
        await using var plain = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT name FROM floors");
        for (var time = 0; time < UntilPlanned; time++)
        {
            Assert.NotEmpty(await app.ReadAsync("North", NamesAsync));
            await plain.ExecuteScalarAsync();
        }

        await TestServer.WriteAsync(app.Database, "ALTER TABLE floors ALTER name TYPE varchar(61)");
        Assert.NotEmpty(await app.ReadAsync("North", NamesAsync));
        // Who does not ask again is refused.
        var refused = await Assert.ThrowsAsync<PostgresException>(() => plain.ExecuteScalarAsync());
        Assert.Equal(PostgresErrorCodes.FeatureNotSupported, refused.SqlState);
        await TestServer.WriteAsync(app.Database, "ALTER TABLE floors ALTER name TYPE varchar(60)");
        Assert.NotEmpty(await app.ReadAsync("North", NamesAsync));
    }

    /// <summary>More often than Npgsql waits before it prepares, and PostgreSQL before it keeps one plan for all values.</summary>
    private const int UntilPlanned = 12;

    private static Task<List<string>> NamesAsync(PantryDb db) => db.Floors.Select(floor => floor.Name).ToListAsync();

    private static Task<int> PlansAsync(PantryDb db) =>
        db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_prepared_statements WHERE statement LIKE '%bills%'")
            .SingleAsync();

    /// <summary>Past the filter, so that only PostgreSQL decides.</summary>
    private static async Task<Seen> LookAsync(PantryDb db) => new(
        await db.Database.SqlQuery<int>($"SELECT pg_backend_pid() AS \"Value\"").SingleAsync(),
        await db.Bills.IgnoreQueryFilters().CountAsync(),
        await db.Database.SqlQuery<string?>($"SELECT nullif(current_setting('app.tenant_id', true), '') AS \"Value\"").SingleAsync());

    private sealed record Seen(int Process, int Bills, string? Tenant);
}
