using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Infrastructure.Persistence;

public sealed class StartupCheckTests(LoneApp app) : IClassFixture<LoneApp>
{
    [Fact]
    public async Task A_sound_database_has_no_problems() => Assert.Empty(await ProblemsAsync(TestServer.AsApp(app.Database)));

    [Fact]
    public async Task A_superuser_is_refused() =>
        Assert.Contains(await ProblemsAsync(TestServer.AsSuperuser(app.Database)),
            problem => problem.Contains("is a superuser", StringComparison.Ordinal));

    [Fact]
    public async Task A_role_that_passes_every_wall_is_refused() =>
        Assert.Contains("the application's role has BYPASSRLS", await ProblemsAsync(TestServer.AsOps(app.Database)));

    [Fact]
    public async Task The_owner_is_refused() =>
        Assert.Contains("the application's role owns tables", await ProblemsAsync(TestServer.AsOwner(app.Database)));

    [Fact]
    public async Task A_connection_that_remembers_the_tenant_is_refused() =>
        Assert.Contains(await ProblemsAsync(TestServer.AsApp(app.Database) + ";No Reset On Close=true"),
            problem => problem.Contains("No Reset On Close", StringComparison.Ordinal));

    [Theory]
    [InlineData("ALTER TABLE bills DISABLE ROW LEVEL SECURITY", "ALTER TABLE bills ENABLE ROW LEVEL SECURITY", "table bills has no wall")]
    [InlineData(
        "ALTER TABLE tenants NO FORCE ROW LEVEL SECURITY", "ALTER TABLE tenants FORCE ROW LEVEL SECURITY", "table tenants has no wall")]
    [InlineData("ALTER POLICY tenant_wall ON sessions RENAME TO something", "ALTER POLICY something ON sessions RENAME TO tenant_wall",
        "table sessions has no wall")]
    [InlineData("CREATE POLICY hole ON bills USING (true)", "DROP POLICY hole ON bills", "table bills has another way in: hole")]
    [InlineData("CREATE VIEW people AS SELECT * FROM members", "DROP VIEW people", "view people is not security_invoker")]
    [InlineData(
        "CREATE MATERIALIZED VIEW people AS SELECT * FROM members", "DROP MATERIALIZED VIEW people", "view people is not security_invoker")]
    public async Task A_lowered_wall_is_named(string lower, string raise, string problem)
    {
        await TestServer.ExecuteAsync(TestServer.AsOwner(app.Database), lower);
        var problems = await ProblemsAsync(TestServer.AsApp(app.Database));
        await TestServer.ExecuteAsync(TestServer.AsOwner(app.Database), raise);
        Assert.Contains(problem, problems);
    }

    [Fact]
    public async Task A_view_with_the_readers_own_rights_is_no_problem()
    {
        await TestServer.ExecuteAsync(
            TestServer.AsOwner(app.Database), "CREATE VIEW own_people WITH (security_invoker = true) AS SELECT * FROM members");
        var problems = await ProblemsAsync(TestServer.AsApp(app.Database));
        await TestServer.ExecuteAsync(TestServer.AsOwner(app.Database), "DROP VIEW own_people");
        Assert.Empty(problems);
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(string connection)
    {
        await using var db = new PantryDb(
            new DbContextOptionsBuilder<PantryDb>().UseNpgsql(connection).UseSnakeCaseNamingConvention().Options, new CurrentTenant());
        return await StartupCheck.ProblemsAsync(db, CancellationToken.None);
    }
}

/// <summary>Each on a database of its own, which it spoils.</summary>
public sealed class RefusedStartTests
{
    [Fact]
    public async Task The_application_does_not_start_while_a_migration_is_missing()
    {
        await using var app = new LoneApp();
        await app.InitializeAsync();
        var last = await TestServer.ScalarAsync<string>(TestServer.AsSuperuser(app.Database),
            "DELETE FROM \"__EFMigrationsHistory\" WHERE migration_id = (SELECT max(migration_id) FROM \"__EFMigrationsHistory\") RETURNING migration_id");
        Assert.Contains($"migration {last} has not run", Assert.Throws<InvalidOperationException>(() => app.CreateClient()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_application_does_not_start_behind_a_lowered_wall()
    {
        await using var app = new LoneApp();
        await app.InitializeAsync();
        await TestServer.ExecuteAsync(TestServer.AsOwner(app.Database),
            "ALTER TABLE bills NO FORCE ROW LEVEL SECURITY; ALTER TABLE members DISABLE ROW LEVEL SECURITY");
        var refusal = Assert.Throws<InvalidOperationException>(() => app.CreateClient()).Message;
        Assert.Contains("table bills has no wall", refusal, StringComparison.Ordinal);
        Assert.Contains("table members has no wall", refusal, StringComparison.Ordinal);
    }
}
