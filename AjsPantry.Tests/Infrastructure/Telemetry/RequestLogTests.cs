using System.Collections.Concurrent;
using System.Text.Json;
using AjsPantry.Infrastructure.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AjsPantry.Tests.Infrastructure.Telemetry;

/// <summary>
/// An application whose log can be read, in the lines of production and with every SQL command on top of what production logs.
/// </summary>
public sealed class LoggedApp : PantryApp
{
    private static readonly Lines Kept = new();

    /// <summary>Not ended with the application: Hangfire keeps it.</summary>
    private static readonly ILoggerFactory Factory = LoggerFactory.Create(logging => logging
        .SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Hangfire", LogLevel.Warning)
            .AddProvider(Kept));

    public static IReadOnlyCollection<string> Log => Kept.Written;

    protected override bool IsShared => false;

    protected override void Replace(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(Factory));

    private sealed class Lines : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider? _scopes;

        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Writer(Lines lines, string category) : ILogger
        {
            private readonly LogLines _format = new();

            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                using var text = new StringWriter();
                _format.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), lines._scopes, text);
                lines.Written.Enqueue(text.ToString());
            }
        }
    }
}

public sealed class RequestLogTests(LoggedApp app) : IClassFixture<LoggedApp>
{
    [Fact]
    public async Task Requests_are_logged_by_ids_and_never_by_what_people_typed_or_are_called()
    {
        var visitor = app.Visit();
        var person = Cast.Member;
        var door = await visitor.GetAsync("/sign-in");
        Assert.Equal(302, (await door.SubmitAsync(new() { ["Input.Name"] = person.Email, ["Input.Password"] = Cast.Password })).Status);
        Assert.Equal(200, (await visitor.GetAsync("/search?q=mangosteen")).Status);
        // And somebody who is not let in.
        await (await app.Visit().GetAsync("/sign-in"))
            .SubmitAsync(new() { ["Input.Name"] = "stranger@elsewhere.example", ["Input.Password"] = "open-sesame-123" });

        var log = string.Concat(LoggedApp.Log);
        Assert.All((string[])[person.Email, person.Name, "mangosteen", Cast.Password, "stranger@", "open-sesame"],
            word => Assert.DoesNotContain(word, log, StringComparison.OrdinalIgnoreCase));
        var memberId = (await app.ReadAsync(
            person.Tenant, db => Task.FromResult(db.Members.Single(member => member.Number == person.Number).Id))).ToString();
        var search = LoggedApp.Log.Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("route", out var route) && route.GetString() == "search"
                && line.TryGetProperty("member_id", out _)).ToList();
        Assert.NotEmpty(search);
        Assert.All(search, line => Assert.Equal((Cast.TenantId(person.Tenant).ToString(), memberId, true),
            (line.GetProperty("tenant_id").GetString(), line.GetProperty("member_id").GetString(),
                line.GetProperty("request_id").GetString() is { Length: >= 8 })));
    }
}
