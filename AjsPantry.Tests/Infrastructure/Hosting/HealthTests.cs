using System.Text.Json;
using AjsPantry.Infrastructure.Hosting;
using AjsPantry.Tests.Infrastructure.Web.Input;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AjsPantry.Tests.Infrastructure.Hosting;

public sealed class HealthTests(PantryApp app, PortApp port) : IClassFixture<PantryApp>, IClassFixture<PortApp>
{
    private static async Task<(int Status, Dictionary<string, string> Parts)> AskAsync(PantryApp app)
    {
        var answer = await app.Visit().GetAsync(Health.Ready);
        return (answer.Status, JsonSerializer.Deserialize<Dictionary<string, string>>(await answer.Content.ReadAsStringAsync())!);
    }

    [Fact]
    public async Task A_node_that_can_serve_says_so_of_each_part_and_nothing_more()
    {
        var (status, parts) = await AskAsync(app);
        Assert.Equal(200, status);
        Assert.Equal(["clock", "database", "jobs", "migrations", "node"], parts.Keys.Order());
        Assert.All(parts.Values, word => Assert.Equal("ok", word));
        Assert.Equal(200, (await app.Visit().GetAsync(Health.Live)).Status);
    }

    [Theory]
    [InlineData("/readyz")]
    [InlineData("/Readyz")]
    [InlineData("/readyz/")]
    [InlineData("/healthz")]
    [InlineData("/HEALTHZ/")]
    public async Task Whoever_comes_through_the_proxy_finds_nothing(string address)
    {
        var visitor = port.Visit();
        Assert.Equal(200, (await visitor.GetAsync(address)).Status);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "X-Forwarded-For", "192.0.2.7" } } };
        var answer = await visitor.ReadAsync(address, await visitor.Client.SendAsync(request));
        Assert.Equal(404, answer.Status);
        Assert.DoesNotContain("migrations", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_takes_no_writes_is_not_ready()
    {
        await using var other = new PantryApp(await TestServer.CreateDatabaseAsync());
        Assert.Equal(200, (await AskAsync(other)).Status);
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(other.Database),
            $"ALTER ROLE pantry_app IN DATABASE {other.Database} SET default_transaction_read_only = on");
        Npgsql.NpgsqlConnection.ClearAllPools();
        var fresh = new PantryApp(other.Database);
        var (status, parts) = await AskAsync(fresh);
        Assert.Equal((503, "failed"), (status, parts["database"]));
        await fresh.DisposeAsync();
        await TestServer.DropDatabaseAsync(other.Database);
    }

    [Fact]
    public async Task A_database_without_the_last_migration_is_not_ready()
    {
        await using var other = new PantryApp(await TestServer.CreateDatabaseAsync());
        Assert.Equal(200, (await AskAsync(other)).Status);
        await TestServer.ExecuteAsync(TestServer.AsOwner(other.Database),
            """DELETE FROM "__EFMigrationsHistory" WHERE migration_id = (SELECT max(migration_id) FROM "__EFMigrationsHistory")""");
        var (status, parts) = await AskAsync(other);
        Assert.Equal((503, "failed", "ok"), (status, parts["migrations"], parts["database"]));
        await other.DisposeAsync();
        await TestServer.DropDatabaseAsync(other.Database);
    }

    [Fact]
    public async Task A_node_that_is_told_to_stop_is_not_ready_and_still_lives()
    {
        await using var other = new StoppingApp(await TestServer.CreateDatabaseAsync());
        Assert.Equal(200, (await AskAsync(other)).Status);
        var asked = new TaskCompletionSource<(int, Dictionary<string, string>)>();
        var answered = other.Visit();
        var lifetime = other.Services.GetRequiredService<IHostApplicationLifetime>();
        // In the delay of the settings, while the server still answers.
        var watch = Task.Run(async () =>
        {
            while (!lifetime.ApplicationStopping.IsCancellationRequested)
                await Task.Yield();
            asked.SetResult(await AskAsync(other));
            return (await answered.GetAsync(Health.Live)).Status;
        });
        lifetime.StopApplication();
        var (status, parts) = await asked.Task;
        Assert.Equal((503, "failed", "ok"), (status, parts["node"], parts["database"]));
        Assert.Equal(200, await watch);
        await TestServer.DropDatabaseAsync(other.Database);
    }

    private sealed class StoppingApp(string database) : PantryApp(database)
    {
        protected override IReadOnlyDictionary<string, string> Settings(string database) =>
            new Dictionary<string, string> { ["Shutdown:DelaySeconds"] = "3" };
    }
}
