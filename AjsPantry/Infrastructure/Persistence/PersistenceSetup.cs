using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>The database context with its walls, and with what other folders register to watch it.</summary>
public static class PersistenceSetup
{
    /// <summary>Enough for the pages that people open daily; a plan takes about 0.3 MB of the database's memory.</summary>
    private const int MostPlans = 100;

    public static IServiceCollection AddPantryDb(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Pantry")
            ?? throw new InvalidOperationException("ConnectionStrings:Pantry is missing: the database as the application's role sees it.");
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => NpgsqlDataSource.Create(Prepared(connection)));
        services.AddScoped<CurrentTenant>().AddSingleton<TenantScopes>();
        services.AddScoped<AuditTrail>();
        services.AddDbContext<PantryDb>((provider, options) => options
            .UseNpgsql(
                provider.GetRequiredService<NpgsqlDataSource>(),
                settings => settings.ExecutionStrategy(dependencies => new StalePlans(dependencies)))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new TenantConnection(), new TenantWithQuestion(), new TenantGuard(), provider.GetRequiredService<AuditTrail>())
            .AddInterceptors(provider.GetServices<IInterceptor>()));
        return services;
    }

    /// <summary>
    /// Lets each connection keep the plans of what it is asked most, unless the settings say how many: planning a page's questions takes
    /// the database longer than answering them.
    /// </summary>
    private static string Prepared(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (!settings.ShouldSerialize("Max Auto Prepare"))
            settings.MaxAutoPrepare = MostPlans;
        return settings.ConnectionString;
    }
}
