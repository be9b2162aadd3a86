using System.Diagnostics;
using System.Reflection;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Tests.Features.Platform;

/// <summary>Runs the program itself, as deploy/operator does.</summary>
public sealed class OperatorCommandTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task An_operator_is_added_without_a_password_and_joins_by_the_link()
    {
        var (code, said) = await RunAsync(app.Database, "--number", "9001", "--name", "First Operator");
        Assert.Equal(0, code);
        var path = said.Split('\n').Single(line => line.StartsWith("/join/", StringComparison.Ordinal)).Trim();
        var visitor = app.Visit();
        var answer = await (await visitor.GetAsync(path)).SubmitAsync(new() { ["Input.Name"] = "First Operator", ["Input.Password"] = "kettle-window-cloud" });
        Assert.Equal("/", answer.Location);
        Assert.Equal("/platform", (await visitor.GetAsync("/")).Location);
        var (again, refusal) = await RunAsync(app.Database, "--number", "9001", "--name", "Second");
        Assert.Equal(1, again);
        Assert.Contains("exists already", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_an_empty_database_the_platform_is_made_first()
    {
        var name = $"pantry_operator_{Environment.ProcessId}";
        await TestServer.ExecuteAsync(TestServer.AsSuperuser("postgres"), $"CREATE DATABASE {name} OWNER pantry_owner TEMPLATE template0 ENCODING 'UTF8'");
        try
        {
            await TestServer.ExecuteAsync(TestServer.AsSuperuser(name), "ALTER SCHEMA public OWNER TO pantry_owner; GRANT USAGE ON SCHEMA public TO pantry_app");
            await Migrate.RunAsync(TestServer.AsOwner(name), CancellationToken.None);
            Assert.Equal(0, (await RunAsync(name, "--number", "9001", "--name", "First")).Code);
            Assert.Equal(0, (await RunAsync(name, "--number", "9002", "--name", "Second")).Code);
            Assert.Equal(1, await TestServer.ScalarAsync<long>(TestServer.AsSuperuser(name), "SELECT count(*) FROM tenants WHERE is_platform"));
            Assert.Equal(2, await TestServer.ScalarAsync<long>(TestServer.AsSuperuser(name), "SELECT count(*) FROM members WHERE password_hash IS NULL AND role = 'Operator'"));
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await TestServer.DropDatabaseAsync(name);
        }
    }

    [Fact]
    public async Task Without_a_number_or_a_name_it_says_how_it_is_called()
    {
        var (code, said) = await RunAsync(app.Database, "--number", "9001");
        Assert.Equal(1, code);
        Assert.Contains("Usage:", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(string database, params string[] arguments)
    {
        var program = typeof(Program).GetTypeInfo().Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, "operator", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(program)! };
        start.Environment["ConnectionStrings__Pantry"] = TestServer.AsApp(database);
        start.Environment["Jobs__Enabled"] = "false";
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
