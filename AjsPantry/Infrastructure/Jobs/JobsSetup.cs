using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.AspNetCore.Authorization;

namespace AjsPantry.Infrastructure.Jobs;

/// <summary>Hangfire on the application's own PostgreSQL.</summary>
public static class JobsSetup
{
    /// <summary>Where operators find Hangfire's own pages.</summary>
    private const string Address = "/jobs";

    public const string DefaultQueue = "default";

    /// <summary>Tenants' jobs, which may take long, wait in a line of their own so that the tick is never behind them.</summary>
    public const string TenantQueue = "tenants";

    public static IServiceCollection AddPantryJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Pantry");
        // Registered before Hangfire's own, which would hand out whatever the process configured last.
        services.AddSingleton<JobStorage>(_ =>
            new PostgreSqlStorage(new NpgsqlConnectionFactory(connection, StorageOptions()), StorageOptions()));
        services.AddSingleton<JobActivator, TenantJobActivator>();
        services.AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseOnlyOurJobs(provider.GetServices<JobType>())
            .UseActivator(provider.GetRequiredService<JobActivator>())
            .UseStorage(provider.GetRequiredService<JobStorage>()));
        services.AddJob<JobRunner>().AddJob<JobTick>();
        if (configuration.GetValue("Jobs:Enabled", true))
            services.AddJobServer(DefaultQueue).AddJobServer(TenantQueue);

        return services;
    }

    /// <summary>Adds two workers for one queue.</summary>
    public static IServiceCollection AddJobServer(this IServiceCollection services, string queue) =>
        services.AddHangfireServer(options =>
        {
            options.Queues = [queue];
            options.WorkerCount = 2;
            options.ServerName = ServerName(queue);
        });

    /// <summary>Adds a job that runs for every tenant.</summary>
    public static IServiceCollection AddTenantJob<TJob>(this IServiceCollection services)
        where TJob : TenantJob => services.AddScoped<TenantJob, TJob>();

    /// <summary>Schedules what runs for the whole installation and shows Hangfire's own pages to platform operators.</summary>
    public static void MapPantryJobs(this WebApplication app)
    {
        if (app.Configuration.GetValue("Jobs:Enabled", true))
        {
            var jobs = app.Services.GetRequiredService<IRecurringJobManager>();
            jobs.RemoveIfExists("hourly-tick"); // Its name before it came every quarter.
            jobs.AddOrUpdate<JobTick>("job-tick", tick => tick.RunAsync(CancellationToken.None), JobTick.EveryQuarter);
            foreach (var job in app.Services.GetServices<ScheduledJob>())
                job.Schedule(jobs);
        }

        app.Use(OnlyFormsAsync);
        var options = new DashboardOptions
        {
            Authorization = [],
            AsyncAuthorization = [new OperatorsOnly()],
            DashboardTitle = "AJS Pantry jobs",
            DisplayStorageConnectionString = false,
        };
        app.MapHangfireDashboard(Address, options).RequireAuthorization(Permission.OperatePlatform.ToString());
    }

    /// <summary>Hangfire's pages fail where no form is sent and one should be: in every post, and in what asks for figures.</summary>
    private static Task OnlyFormsAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var needsForm = HttpMethods.IsPost(request.Method) || request.Path.StartsWithSegments($"{Address}/stats");
        if (!request.Path.StartsWithSegments(Address) || !needsForm || request.HasFormContentType)
            return next(context);
        var isPost = HttpMethods.IsPost(request.Method);
        context.Response.StatusCode = isPost ? StatusCodes.Status415UnsupportedMediaType : StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Whether a server of that name, as the storage knows it, works on that queue for this process: the storage puts the process and
    /// something random behind ours.
    /// </summary>
    public static bool IsOurs(string server, string queue) =>
        server.StartsWith($"{ServerName(queue)}:{Environment.ProcessId}:", StringComparison.OrdinalIgnoreCase);

    private static string ServerName(string queue) => $"{Environment.MachineName}:{queue}";

    private static PostgreSqlStorageOptions StorageOptions() => new()
    {
        SchemaName = Migrate.JobSchema,
        PrepareSchemaIfNecessary = false,
        // A running job renews its claim; without this a job of more than half an hour would be started a second time beside the first.
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = TimeSpan.FromMinutes(5),
        QueuePollInterval = TimeSpan.FromSeconds(2),
    };

    /// <summary>Hangfire asks its own question beside the endpoint's policy; both must say yes.</summary>
    private sealed class OperatorsOnly : IDashboardAsyncAuthorizationFilter
    {
        public async Task<bool> AuthorizeAsync(DashboardContext context)
        {
            var request = context.GetHttpContext();
            var answer = await request.RequestServices.GetRequiredService<IAuthorizationService>()
                .AuthorizeAsync(request.User, Permission.OperatePlatform.ToString());
            return answer.Succeeded;
        }
    }
}
