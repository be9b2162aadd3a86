using Hangfire;

namespace AjsPantry.Features.Platform.Operations;

/// <summary>Asks for the watch every five minutes, on nodes that work on jobs.</summary>
internal sealed class WatchSchedule(IRecurringJobManager jobs, IConfiguration configuration) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration.GetValue("Jobs:Enabled", true))
            jobs.AddOrUpdate<Watch>("watch", watch => watch.RunAsync(CancellationToken.None), "*/5 * * * *");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
