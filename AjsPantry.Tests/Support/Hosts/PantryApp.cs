using System.Collections.Concurrent;
using System.Net;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Support.Hosts;

/// <summary>
/// The whole application on a database with the cast in it, as a class fixture. Every test finds both as if nobody had used them
/// before: rows and clock are put back when a test uses the application for the first time, so no test can lean on another.
/// </summary>
public class PantryApp : IAsyncLifetime, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task<Visitor>> _signedIn = new();
    private readonly AsyncLocal<bool> _isSeeding = new();
    private readonly Lock _lock = new();
    private readonly string? _database;
    private PantryHost? _host;
    private string? _test;

    public PantryApp()
    {
    }

    /// <summary>On a database that somebody else made, looks after and may have filled.</summary>
    internal PantryApp(string database) => _database = database;

    public string Database => _database ?? Host.Database;

    public TestClock Clock => Host.Clock;

    /// <summary>Counts the SQL commands of the application.</summary>
    public CommandCounter Commands => Host.Commands;

    public IServiceProvider Services => Host.Services;

    /// <summary>Settings on top of the usual ones.</summary>
    /// <param name="database">The name of the application's database.</param>
    protected virtual IReadOnlyDictionary<string, string> Settings(string database) => new Dictionary<string, string>();

    protected virtual string EnvironmentName => "Testing";

    /// <summary>Whether the application listens on a port.</summary>
    protected virtual bool OnPort => false;

    /// <summary>
    /// Whether another test class may be given the application afterwards. False for one that runs jobs by itself, or whose services
    /// belong to this object.
    /// </summary>
    protected virtual bool IsShared => true;

    /// <summary>Whether every test begins with the cast alone. False where the application works on while nobody asks it to.</summary>
    protected virtual bool BeginsAnew => true;

    /// <summary>Replaces services of the product.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    /// <summary>What every test of this application finds beside the cast.</summary>
    protected virtual Task SeedAsync() => Task.CompletedTask;

    /// <summary>Called before rows and clock are put back: nobody is signed in any more.</summary>
    protected virtual void Forget() => _signedIn.Clear();

    /// <summary>The application as it stands at the beginning of a test, or as the test has left it so far.</summary>
    protected PantryHost Host
    {
        get
        {
            // Whoever seeds uses the application while others of the test still wait for it.
            if (_isSeeding.Value)
                return _host!;
            lock (_lock)
            {
                _host ??= new PantryHost(PlanFor(_database!), _database!, ownsDatabase: false);
                if (_database is null && BeginsAnew && TestContext.Current.Test?.UniqueID is { } test && test != _test)
                {
                    _test = test;
                    Forget();
                    _host.Reset();
                    // Not on the thread of the test, which may be the only one that could finish the work.
                    Task.Run(SeedFirstAsync).GetAwaiter().GetResult();
                }

                return _host;
            }
        }
    }

    public virtual async ValueTask InitializeAsync()
    {
        if (_database is null)
            _host = IsShared ? await HostPool.TakeAsync(GetType(), PlanFor) : await HostPool.NewAsync(PlanFor);
    }

    /// <summary>A browser without JavaScript that nobody has signed in.</summary>
    public Visitor Visit() => Visit(new CookieContainer());

    /// <summary>A browser with the cookies of another one, such as the same browser at another node.</summary>
    public Visitor Visit(CookieContainer cookies) => new(
        OnPort
            ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = Address }
            : Host.CreateDefaultClient(Address, new CookieContainerHandler(cookies)));

    /// <summary>A bare client; by default it follows redirections and keeps cookies.</summary>
    public HttpClient CreateClient(WebApplicationFactoryClientOptions? options = null) => Host.CreateClient(options ?? new());

    /// <summary>
    /// A browser in which the person is signed in. The same one for each call, and for people of the cast without the door, unless a
    /// fresh one is asked for.
    /// </summary>
    public Task<Visitor> SignInAsync(Person person, bool fresh = false)
    {
        // A test that begins forgets who was signed in, so that comes first.
        _ = Host;
        return fresh ? SignInNowAsync(person)
            : _signedIn.GetOrAdd(person.Number, _ => CastSessions.Has(person) ? ResumeAsync(person) : SignInNowAsync(person));
    }

    /// <summary>Does something in the tenant's own scope, as its jobs do.</summary>
    public async Task<T> InTenantAsync<T>(string tenant, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.GetRequiredService<TenantScopes>().Open(Cast.TenantId(tenant));
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.ActAsJob(caller.Name);
        return await work(scope.ServiceProvider);
    }

    /// <inheritdoc cref="InTenantAsync{T}(string, Func{IServiceProvider, Task{T}})"/>
    public Task InTenantAsync(string tenant, Func<IServiceProvider, Task> work) => InTenantAsync(tenant, async services =>
    {
        await work(services);
        return true;
    });

    /// <summary>Reads with the tenant's own eyes.</summary>
    public Task<T> ReadAsync<T>(string tenant, Func<PantryDb, Task<T>> read) =>
        InTenantAsync(tenant, services => read(services.GetRequiredService<PantryDb>()));

    /// <summary>The floor of the tenant by its number.</summary>
    public Task<FloorView> FloorAsync(string tenant, int number) =>
        ReadAsync(tenant,
            db => db.Floors.Where(floor => floor.Number == number).Select(floor => new FloorView(floor.Id, floor.Number, floor.Name))
                .SingleAsync());

    public virtual async ValueTask DisposeAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            if (_database is null && IsShared)
                HostPool.GiveBack(GetType(), host);
            else
                await host.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private Task SeedFirstAsync()
    {
        _isSeeding.Value = true;
        return SeedAsync();
    }

    /// <summary>The cookies of somebody of the cast whose session begins now.</summary>
    protected Task<IReadOnlyList<Cookie>> BeginSessionAsync(Person person) =>
        CastSessions.BeginAsync(person, Database, Services.GetRequiredService<TimeProvider>().GetUtcNow(), Address);

    /// <summary>Where clients find the application.</summary>
    private Uri Address => OnPort ? new Uri(Host.Address) : new Uri("https://localhost");

    private HostPlan PlanFor(string database) => new(EnvironmentName, Settings(database), Replace, OnPort);

    private async Task<Visitor> ResumeAsync(Person person)
    {
        var cookies = new CookieContainer();
        foreach (var cookie in await BeginSessionAsync(person))
            cookies.Add(cookie);
        return Visit(cookies);
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
