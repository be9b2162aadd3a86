using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>
/// Looks every minute which tenants have mail that is due, and starts a drain for each, so that none waits for another's.
/// </summary>
public sealed class MailTick(TenantScopes scopes, PantryDb platform, IBackgroundJobClient queue, TimeProvider clock)
{
    [Queue(MailSetup.Queue)]
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var tenantId in await platform.LiveTenantsAsync(cancellationToken))
        {
            if (await HasDueMailAsync(tenantId, cancellationToken))
                queue.Enqueue<MailDrain>(drain => drain.RunAsync(tenantId, CancellationToken.None));
        }
    }

    private async Task<bool> HasDueMailAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(tenantId);
        var now = clock.GetUtcNow();
        var mails = scope.ServiceProvider.GetRequiredService<PantryDb>().OutboxMails;
        return await mails.AnyAsync(
            mail => mail.SentAt == null && mail.NextTryAt <= now && (mail.ExpiresAt == null || mail.ExpiresAt > now)
                && mail.Attempts < MailDrain.MostTries, cancellationToken);
    }
}
