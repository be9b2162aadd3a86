using AjsPantry.Infrastructure.Web;
using Hangfire;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>Mail: written with its cause, sent by a job.</summary>
public static class MailSetup
{
    /// <summary>A line of its own with its own workers, so that neither reports nor imports keep a link waiting.</summary>
    public const string Queue = "mail";

    public static IServiceCollection AddPantryMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailSettings>().Bind(configuration.GetSection(MailSettings.Section))
            .Validate(mail => !mail.IsOn || MailboxAddress.TryParse(mail.From, out _), "Mail:From is missing: the sender's address, needed because Mail:Host is set.")
            .Validate<IOptions<SiteSettings>>((mail, site) => !mail.IsOn || site.Value.Base is not null, "PublicAddress is missing: the address under which people open the pantry, such as https://pantry.example.org; mails carry links to it.")
            .ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<MailSettings>>().Value);
        services.AddScoped<Outbox>().AddScoped<MailDrain>().AddScoped<MailTick>().AddSingleton<Postman>();
        if (configuration.GetValue("Jobs:Enabled", true))
        {
            services.AddHangfireServer(options => (options.Queues, options.WorkerCount, options.ServerName) = ([Queue], 2, $"{Environment.MachineName}:{Queue}"));
            services.AddHostedService<MailSchedule>();
        }

        return services;
    }

    /// <summary>Asks for the tick every minute once the application stands.</summary>
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
