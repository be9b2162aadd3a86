using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AjsPantry.Infrastructure.Caching;

/// <summary>Remembering what pages read.</summary>
public static class CachingSetup
{
    public static IServiceCollection AddReadCache(this IServiceCollection services)
    {
#if DEBUG
        // It reads the text of every command, so only while developing and testing.
        services.AddSingleton<IInterceptor, MarkedTables>();
#endif
        return services.AddSingleton<ReadCacheStore>().AddScoped<ReadCache>().AddScoped<IInterceptor, OwnWrites>();
    }
}
