using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using Hangfire;
using Microsoft.Extensions.Options;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>Mail: written with its cause, sent by a job.</summary>
public static class MailSetup
{
    /// <summary>A line of its own with its own workers, so that neither reports nor imports keep a link waiting.</summary>
    public const string Queue = "mail";

    public static IServiceCollection AddPantryMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailSettings>(configuration.GetSection(MailSettings.Section));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<MailSettings>>().Value);
        services.AddScoped<OutboxSignal>().AddScoped<MailOutbox>().AddSingleton<MailSender>();
        services.AddJob<MailDrain>().AddJob<MailTick>();
        services.ConfigureDbContext<PantryDb>((provider, options) => options.AddInterceptors(provider.GetRequiredService<OutboxSignal>()));
        if (configuration.GetValue("Jobs:Enabled", true))
        {
            services.AddJobServer(Queue);
            services.AddHostedService<MailSchedule>();
        }

        return services;
    }

    /// <summary>Asks for the tick every minute once the application stands; for none when mail is off.</summary>
    private sealed class MailSchedule(IRecurringJobManager jobs, MailSettings settings) : IHostedService
    {
        private const string Name = "mail-tick";

        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (settings.IsOn)
                jobs.AddOrUpdate<MailTick>(Name, Queue, tick => tick.RunAsync(CancellationToken.None), Cron.Minutely);
            else
                jobs.RemoveIfExists(Name);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
