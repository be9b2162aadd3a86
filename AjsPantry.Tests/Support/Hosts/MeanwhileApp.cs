using System.Collections.Concurrent;
using System.Data.Common;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Support.Hosts;

/// <summary>The application in which somebody else acts at a moment that the test names, so that two people meet every time.</summary>
public sealed class MeanwhileApp : PantryApp
{
    public Meanwhile Meanwhile => Services.GetRequiredService<Meanwhile>();

    /// <summary>Goes on when the work is over, or waits for what another transaction holds.</summary>
    public async Task UntilItWaitsAsync(Task work)
    {
        var waiting = $"SELECT pid::text FROM pg_stat_activity WHERE datname = '{Database}' AND wait_event_type = 'Lock'";
        while (!work.IsCompleted && (await TestServer.ListAsync(Database, waiting)).Count == 0)
            await Task.Yield();
    }

    protected override void Replace(IServiceCollection services)
    {
        services.AddSingleton<Meanwhile>();
        services.ConfigureDbContext<PantryDb>(
            (provider, options) => options.AddInterceptors(provider.GetRequiredService<Meanwhile>()));
    }

    protected override void Forget()
    {
        base.Forget();
        Meanwhile.Forget();
    }
}

/// <summary>Lets somebody act just before the application sends a certain command to the database.</summary>
public sealed class Meanwhile : DbCommandInterceptor
{
    private readonly ConcurrentQueue<(string Part, Func<Task> Act)> _coming = new();
    private volatile bool _isActing;

    /// <summary>Whether all that was to happen has happened.</summary>
    public bool IsOver => _coming.IsEmpty && !_isActing;

    /// <summary>Happens once, before the next command that has the words in it; several happen in their order.</summary>
    public void Before(string part, Func<Task> act) => _coming.Enqueue((part, act));

    public void Forget() => _coming.Clear();

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        await MeetAsync(command);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        await MeetAsync(command);
        return result;
    }

    /// <summary>What is done meanwhile meets nobody itself.</summary>
    private async Task MeetAsync(DbCommand command)
    {
        if (_isActing || !_coming.TryPeek(out var next) || !command.CommandText.Contains(next.Part, StringComparison.Ordinal))
            return;
        _isActing = true;
        try
        {
            _coming.TryDequeue(out _);
            await next.Act();
        }
        finally
        {
            _isActing = false;
        }
    }
}
