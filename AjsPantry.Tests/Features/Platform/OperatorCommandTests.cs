using System.Diagnostics;
using System.Reflection;
using AjsPantry.Features.Platform;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Platform;

/// <summary>
/// Runs the command as deploy/operator does: the program itself where its settings or its exit code matter, the verb alone elsewhere.
/// </summary>
public sealed class OperatorCommandTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task An_operator_is_added_without_a_password_and_joins_by_the_link()
    {
        var (code, said) = await StartAsync(app.Database, "--number", "9001", "--name", "First Operator");
        Assert.Equal(0, code);
        var path = PathIn(said);
        var visitor = app.Visit();
        var answer = await (await visitor.GetAsync(path))
            .SubmitAsync(
                new() { ["Input.Name"] = "First Operator", ["Input.Password"] = "kettle-window-cloud", ["Input.SharedDevice"] = "true" });
        Assert.Equal("/", answer.Location);
        Assert.Equal("/platform", (await visitor.GetAsync("/")).Location);
    }

    [Fact]
    public async Task Who_lost_the_link_or_the_password_gets_another_link_and_the_older_one_ends()
    {
        var lost = PathIn((await RunAsync("--number", "9003", "--name", "Third Operator")).Said);
        var found = PathIn((await RunAsync("--number", "9003")).Said);
        Assert.Equal(404, (await app.Visit().GetAsync(lost)).Status);
        Assert.Equal(
            302, (await (await app.Visit().GetAsync(found)).SubmitAsync(new() { ["Input.Password"] = "kettle-window-cloud" })).Status);
        var reset = await app.Visit().GetAsync(PathIn((await RunAsync("--number", "9003")).Said));
        Assert.Equal("Choose a new password", reset.Answer);
    }

    [Fact]
    public async Task With_an_address_and_a_mail_server_the_link_is_mailed_and_not_printed()
    {
        var (code,
            said) = await StartAsync(app.Database,
                new Dictionary<string,
                    string>
                { ["Mail__Host"] = "mail.example", ["Mail__From"] = "pantry@pantry.test", ["PublicAddress"] = MailApp.Address },
                    "--number", "9004", "--name", "Fourth", "--email", "fourth@pantry.test");
        Assert.Equal(0, code);
        Assert.Contains("on its way to fourth@pantry.test", said, StringComparison.Ordinal);
        Assert.DoesNotContain("/join/", said, StringComparison.Ordinal);
        Assert.Equal(
            ["fourth@pantry.test"], await app.ReadAsync("Platform", db => db.Set<OutboxMail>().Select(mail => mail.Address).ToListAsync()));
    }

    [Fact]
    public async Task On_an_empty_database_the_platform_is_made_first()
    {
        var name = $"pantry_operator_{Environment.ProcessId}";
        await TestServer.ExecuteAsync(
            TestServer.AsSuperuser("postgres"), $"CREATE DATABASE {name} OWNER pantry_owner TEMPLATE template0 ENCODING 'UTF8'");
        try
        {
            await TestServer.ExecuteAsync(
                TestServer.AsSuperuser(name), "ALTER SCHEMA public OWNER TO pantry_owner; GRANT USAGE ON SCHEMA public TO pantry_app");
            await Migrate.RunAsync(TestServer.AsOwner(name), CancellationToken.None);
            Assert.Equal(0, (await StartAsync(name, "--number", "9001", "--name", "First")).Code);
            Assert.Equal(0, (await StartAsync(name, "--number", "9002", "--name", "Second")).Code);
            Assert.Equal(
                1, await TestServer.ScalarAsync<long>(TestServer.AsSuperuser(name), "SELECT count(*) FROM tenants WHERE is_platform"));
            Assert.Equal(2,
                await TestServer.ScalarAsync<long>(
                    TestServer.AsSuperuser(name), "SELECT count(*) FROM members WHERE password_hash IS NULL AND role = 'Operator'"));
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await TestServer.DropDatabaseAsync(name);
        }
    }

    [Theory]
    [InlineData("Usage:")]
    [InlineData("Give the name", "--number", "9099")]
    [InlineData("Use only letters", "--number", "90 99", "--name", "Nobody")]
    [InlineData("whole email address", "--number", "9099", "--name", "Nobody", "--email", "nowhere")]
    public async Task What_cannot_be_is_said_and_nothing_is_added(string words, params string[] arguments)
    {
        var (code, said) = await RunAsync(arguments);
        Assert.Equal(1, code);
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.False(await app.ReadAsync("Platform", db => db.Members.AnyAsync(member => member.Number.EndsWith("99"))));
    }

    private static string PathIn(string said) =>
        said.Split('\n').Single(line => line.StartsWith("/join/", StringComparison.Ordinal)).Trim();

    /// <summary>The verb in the application of these tests.</summary>
    private async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        var said = new StringWriter();
        var code = await OperatorCommand.RunAsync(app.Services, ["operator", .. arguments], said, said);
        return (code, said.ToString());
    }

    private static Task<(int Code, string Said)> StartAsync(string database, params string[] arguments) =>
        StartAsync(database, new Dictionary<string, string>(), arguments);

    /// <summary>The program, which takes its settings from its environment.</summary>
    private static async Task<(int Code, string Said)> StartAsync(
        string database, Dictionary<string, string> settings, params string[] arguments)
    {
        var program = typeof(Program).GetTypeInfo().Assembly.Location;
        var start = new ProcessStartInfo("dotnet",
            [program, "operator",
                .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program)!
        };
        start.Environment["ConnectionStrings__Pantry"] = TestServer.AsApp(database);
        start.Environment["Jobs__Enabled"] = "false";
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
