using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Hosting;

/// <summary>
/// Deletes every hour the marks of changes that are older than anything remembered: every request adds up those that are left.
/// </summary>
public sealed class ForgetMarks(TenantScopes scopes, PantryDb platform, TimeProvider clock)
{
    private const string EveryHour = "47 * * * *";

    public static readonly ScheduledJob Scheduled =
        new(jobs => jobs.AddOrUpdate<ForgetMarks>("forget-marks", marks => marks.RunAsync(CancellationToken.None), EveryHour));

    [Queue(JobsSetup.DefaultQueue)]
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - ChangeMark.Kept;
        foreach (var tenantId in await platform.AllTenantsAsync(cancellationToken))
        {
            await using var scope = scopes.Open(tenantId);
            var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
            await db.ChangeMarks.Where(mark => mark.MadeAt < before).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
