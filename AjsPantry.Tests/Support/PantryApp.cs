using System.Collections.Concurrent;
using System.Net;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AjsPantry.Tests.Support;

/// <summary>
/// The whole application on a database of its own, as a class fixture. It runs as in production (secure cookies, no developer
/// pages), except that the clock stands still, jobs only run when a test runs them, and passwords hash fast.
/// </summary>
public class PantryApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Of all applications of the run: Hangfire keeps the one it saw last, which must not end with its application.</summary>
    private static readonly ILoggerFactory Loggers = LoggerFactory.Create(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));

    private readonly ConcurrentDictionary<string, Task<Visitor>> _signedIn = new();
    private readonly bool _ownsDatabase;

    public PantryApp() => _ownsDatabase = true;

    /// <summary>On a database that somebody else made.</summary>
    internal PantryApp(string database) => Database = database;

    public string Database { get; private set; } = "";

    public TestClock Clock { get; } = new();

    /// <summary>Counts the SQL commands of the application.</summary>
    public CommandCounter Commands { get; } = new();

    /// <summary>Settings on top of the usual ones; set before the first request.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    protected virtual string EnvironmentName => "Testing";

    public async ValueTask InitializeAsync()
    {
        if (_ownsDatabase)
            Database = await TestServer.CreateDatabaseAsync();
    }

    /// <summary>A browser without JavaScript that nobody has signed in.</summary>
    public Visitor Visit() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") }));

    /// <summary>A browser with the cookies of another one, such as the same browser at another node.</summary>
    public Visitor Visit(CookieContainer cookies) => new(CreateDefaultClient(new Uri("https://localhost"), new CookieContainerHandler(cookies)));

    /// <summary>A browser in which the person is signed in. The same one for each call, unless a fresh one is asked for.</summary>
    public Task<Visitor> SignInAsync(Person person, bool fresh = false) => fresh ? SignInNowAsync(person) : _signedIn.GetOrAdd(person.Number, _ => SignInNowAsync(person));

    /// <summary>Does something in the tenant's own scope, as its jobs do.</summary>
    public async Task<T> InTenantAsync<T>(string tenant, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.GetRequiredService<TenantScopes>().Open(Cast.TenantId(tenant));
        return await work(scope.ServiceProvider);
    }

    /// <inheritdoc cref="InTenantAsync{T}(string, Func{IServiceProvider, Task{T}})"/>
    public Task InTenantAsync(string tenant, Func<IServiceProvider, Task> work) => InTenantAsync(tenant, async services =>
    {
        await work(services);
        return true;
    });

    /// <summary>Reads with the tenant's own eyes.</summary>
    public Task<T> ReadAsync<T>(string tenant, Func<PantryDb, Task<T>> read) => InTenantAsync(tenant, services => read(services.GetRequiredService<PantryDb>()));

    /// <summary>The floor of the tenant by its number.</summary>
    public Task<FloorView> FloorAsync(string tenant, int number) =>
        ReadAsync(tenant, db => db.Floors.Where(floor => floor.Number == number).Select(floor => new FloorView(floor.Id, floor.Number, floor.Name)).SingleAsync());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("ConnectionStrings:Pantry", TestServer.AsApp(Database));
        builder.UseSetting("Jobs:Enabled", "false");
        foreach (var limit in (string[])["TriesPerMinute", "TriesPerHour", "AccountTriesPerMinute", "AccountTriesPerHour"])
            builder.UseSetting($"SignIn:{limit}", "100000");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton(Loggers));
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
            services.ConfigureDbContext<PantryDb>(options => options.AddInterceptors(Commands));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsDatabase)
            await TestServer.DropDatabaseAsync(Database);
        GC.SuppressFinalize(this);
    }

    private async Task<Visitor> SignInNowAsync(Person person)
    {
        var visitor = Visit();
        var page = await visitor.GetAsync("/sign-in");
        var answer = await page.SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal(302, answer.Status);
        return visitor;
    }
}
