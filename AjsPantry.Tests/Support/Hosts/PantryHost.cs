using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AjsPantry.Tests.Support.Hosts;

/// <summary>How an application is started.</summary>
/// <param name="Environment">The name of the hosting environment.</param>
/// <param name="Settings">On top of those that every test application has.</param>
/// <param name="Services">Replaces services of the product by those of a test.</param>
/// <param name="OnPort">Whether it listens on a real port, for a browser, instead of in memory.</param>
public sealed record HostPlan(
    string Environment, IReadOnlyDictionary<string, string> Settings, Action<IServiceCollection> Services, bool OnPort);

/// <summary>
/// One running application on a database. It runs as in production (secure cookies, no developer pages), except that the clock
/// stands still, jobs only run when a test runs them, and passwords hash fast.
/// </summary>
public sealed class PantryHost : WebApplicationFactory<Program>
{
    /// <summary>Of all applications of the run: Hangfire keeps the one it saw last, which must not end with its application.</summary>
    private static readonly ILoggerFactory Loggers = LoggerFactory.Create(logging => logging.AddConsole()
        .SetMinimumLevel(LogLevel.Warning)
        // What tests provoke on purpose, thousands of times: refusals, and rows that a rule of the database keeps out.
        .AddFilter("AjsPantry.Infrastructure.Identity.Security.SecurityLog", LogLevel.None)
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None));

    /// <summary>The model and the compiled queries, which are the same for every application of the run.</summary>
    private static readonly MemoryCache Compiled = new(new MemoryCacheOptions());

    private readonly HostPlan _plan;
    private readonly bool _ownsDatabase;
    private readonly Lazy<string> _address;

    /// <param name="ownsDatabase">Whether the database goes with the application.</param>
    public PantryHost(HostPlan plan, string database, bool ownsDatabase)
    {
        _plan = plan;
        _ownsDatabase = ownsDatabase;
        Database = database;
        _address = new(Listen);
        if (plan.OnPort)
            UseKestrel(0);
    }

    public string Database { get; }

    public TestClock Clock { get; } = new();

    public CommandCounter Commands { get; } = new();

    /// <summary>Where a browser finds it; starts it when it does not run yet.</summary>
    public string Address => _address.Value;

    /// <summary>Puts rows and clock back to where every test begins.</summary>
    public void Reset()
    {
        TestServer.Reset(Database);
        Clock.AdjustTime(TestClock.Beginning);
        Commands.Clear();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_plan.Environment);
        builder.UseSetting("ConnectionStrings:Pantry", TestServer.AsApp(Database));
        builder.UseSetting("Jobs:Enabled", "false");
        foreach (var whose in (string[])["", "Account", "Stranger", "Code"])
        {
            foreach (var window in (string[])["Minute", "Hour", "Day"])
                builder.UseSetting($"SignIn:{whose}TriesPer{window}", "100000");
        }

        builder.UseSetting("MemberImport:ListsPerMinute", "100000");
        builder.UseSetting("Writing:Burst", "100000");
        foreach (var (key, value) in _plan.Settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton(Loggers));
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
            services.ConfigureDbContext<PantryDb>(options => options.AddInterceptors(Commands).UseMemoryCache(Compiled));
            _plan.Services(services);
        });
    }

    private string Listen()
    {
        StartServer();
        return ClientOptions.BaseAddress.ToString().TrimEnd('/').Replace("localhost", "127.0.0.1", StringComparison.Ordinal);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsDatabase)
            await TestServer.DropDatabaseAsync(Database);
        GC.SuppressFinalize(this);
    }
}
