using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>The database context with its walls.</summary>
public static class PersistenceSetup
{
    public static IServiceCollection AddPantryDb(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Pantry")
            ?? throw new InvalidOperationException("ConnectionStrings:Pantry is missing: the database as the application's role sees it.");
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
        services.AddScoped<CurrentTenant>().AddSingleton<TenantScopes>();
        services.AddScoped<AuditTrail>();
        services.AddDbContext<PantryDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(new TenantConnection(), new TenantGuard(), provider.GetRequiredService<AuditTrail>()));
        return services;
    }
}
