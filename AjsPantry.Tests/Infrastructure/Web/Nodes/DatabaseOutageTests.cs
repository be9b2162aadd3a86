using AjsPantry.Infrastructure.Web.Nodes;
using AjsPantry.Tests.Infrastructure.Limits;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Tests.Infrastructure.Web.Nodes;

/// <summary>An application whose only way to PostgreSQL is a <see cref="Relay"/>.</summary>
public sealed class RelayedApp : PantryApp
{
    private Relay? _relay;

    public Relay Relay => _relay!;

    protected override bool IsShared => false;

    protected override IReadOnlyDictionary<string, string> Settings(string database)
    {
        var server = new NpgsqlConnectionStringBuilder(TestServer.AsApp(database));
        _relay = new Relay(server.Host!, server.Port);
        _relay.PlugIn();
        return new Dictionary<string, string>
        {
            ["ConnectionStrings:Pantry"] = new NpgsqlConnectionStringBuilder(
                server.ConnectionString)
            { Host = "127.0.0.1", Port = _relay.Port }.ConnectionString,
        };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _relay?.Dispose();
    }
}

public sealed class DatabaseOutageTests(RelayedApp app) : IClassFixture<RelayedApp>, IAsyncLifetime
{
    /// <summary>The test before may have left connections that it cut; whoever uses the first of them notices.</summary>
    public async ValueTask InitializeAsync() => await app.Visit().GetAsync("/readyz");

    public ValueTask DisposeAsync()
    {
        app.Relay.LetGo();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task While_PostgreSQL_is_away_pages_say_so_and_work_again_when_it_is_back()
    {
        var head = await app.SignInAsync(Cast.Head);
        var account = await head.GetAsync("/account");
        var door = await app.Visit().GetAsync("/sign-in");

        app.Relay.PullOut();
        AssertClosed(await head.GetAsync("/"));
        AssertClosed(await head.GetAsync("/expenses"));
        AssertClosed(await account.SubmitAsync([]));
        AssertClosed(await door.SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number, ["Input.Password"] = Cast.Password }));

        app.Relay.PlugIn();
        Assert.Equal(200, (await head.GetAsync("/expenses")).Status);
        Assert.Equal(302, (await account.SubmitAsync([])).Status);
        Assert.Equal(
            "/", (await door.SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number, ["Input.Password"] = Cast.Password })).Location);
    }

    [Fact]
    public async Task Health_tells_living_from_ready()
    {
        Assert.Equal(200, (await app.Visit().GetAsync("/readyz")).Status);
        app.Relay.PullOut();
        Assert.Equal(503, (await app.Visit().GetAsync("/readyz")).Status);
        Assert.Equal(200, (await app.Visit().GetAsync("/healthz")).Status);
        app.Relay.PlugIn();
        Assert.Equal(200, (await app.Visit().GetAsync("/readyz")).Status);
    }

    [Fact]
    public async Task What_needs_no_database_goes_on()
    {
        var head = await app.SignInAsync(Cast.Head);
        app.Relay.PullOut();
        Assert.Equal(200, (await head.GetAsync("/lib/app.css")).Status);
        Assert.Equal(200, (await app.Visit().GetAsync("/sign-in")).Status);
        app.Relay.PlugIn();
    }

    [Theory]
    [InlineData("53100", true)]
    [InlineData("53300", true)]
    [InlineData("57P01", true)]
    [InlineData("58030", true)]
    [InlineData("25006", true)]
    [InlineData("23505", false)]
    [InlineData("42501", false)]
    [InlineData("57014", false)]
    public void A_full_disk_is_an_outage_and_a_refused_statement_is_none(string state, bool isOutage) =>
        Assert.Equal(isOutage, DatabaseOutage.IsOutage(new DbUpdateException("", new PostgresException("", "ERROR", "ERROR", state))));

    [Fact]
    public void None_of_several_servers_to_ask_is_an_outage() =>
        Assert.True(DatabaseOutage.IsOutage(new NpgsqlException("No suitable host was found.")));

    [Theory]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(-30, true)]
    [InlineData(31, false)]
    [InlineData(-3600, false)]
    public void A_node_whose_clock_is_off_is_not_ready(int secondsAhead, bool agrees) =>
        Assert.Equal(agrees, NodeClock.Agrees(DateTimeOffset.UnixEpoch.AddSeconds(secondsAhead), DateTimeOffset.UnixEpoch));

    [Fact]
    public async Task A_database_that_takes_connections_and_says_nothing_keeps_nobody_waiting()
    {
        Assert.Equal(200, (await app.Visit().GetAsync("/readyz")).Status);
        app.Relay.Hold();
        // It answers while the database still says nothing.
        Assert.Equal(503, (await app.Visit().GetAsync("/readyz")).Status);
        Assert.Equal(200, (await app.Visit().GetAsync("/healthz")).Status);
        app.Relay.LetGo();
        Assert.Equal(200, (await app.Visit().GetAsync("/readyz")).Status);
    }

    private static void AssertClosed(WebPage answer)
    {
        Assert.Equal((503, "The pantry is closed for a moment"), (answer.Status, answer.Answer));
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }
}
