using AjsPantry.Infrastructure.Forms;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Limits;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using AjsPantry.Infrastructure.Tenancy;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Hosting;

/// <summary>
/// Deletes every night what nobody needs any more and what says more about people than it should for ever: sessions long over,
/// forms nobody came back for, old sign-ins and wrong tries, the texts of old mails, old runs of jobs, old counts of tries; of suspended
/// residences too. Invitations stay, because they tell how somebody came in and hold no key, only its hash.
/// </summary>
public sealed partial class CleanUp(TenantScopes scopes, PantryDb platform, TryLimits limits, TimeProvider clock, ILogger<CleanUp> logger)
{
    /// <summary>A session that is over is still good for a while to answer who was signed in where.</summary>
    private static readonly TimeSpan SessionsKept = TimeSpan.FromDays(90);

    /// <summary>What a mail said; that it was sent is kept longer, so that one cause sends no second mail.</summary>
    private static readonly TimeSpan TextsKept = TimeSpan.FromDays(30);

    private static readonly TimeSpan MailsKept = TimeSpan.FromDays(365);

    /// <summary>Longer than any period of a job, so that no period is run a second time.</summary>
    private static readonly TimeSpan RunsKept = TimeSpan.FromDays(90);

    /// <summary>Between night in India and night in Europe; the minute is one at which nothing else begins.</summary>
    private const string EveryNight = "17 22 * * *";

    public static readonly ScheduledJob Scheduled =
        new(jobs => jobs.AddOrUpdate<CleanUp>("clean-up", cleanUp => cleanUp.RunAsync(CancellationToken.None), EveryNight));

    [Queue(JobsSetup.DefaultQueue)]
    [AutomaticRetry(Attempts = 2)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await limits.ForgetAsync(cancellationToken);
        foreach (var tenantId in await platform.AllTenantsAsync(cancellationToken))
        {
            // One tenant's trouble must not keep the others' rows.
            try
            {
                await VisitAsync(tenantId, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(exception, tenantId);
            }
        }
    }

    private async Task VisitAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        var sessions = await DeleteSessionsAsync(db, cancellationToken);
        var texts = await EraseTextsAsync(db, cancellationToken);
        var keptBefore = clock.GetUtcNow() - DraftForms.Lasts;
        await db.KeptForms.Where(form => form.KeptAt < keptBefore).ExecuteDeleteAsync(cancellationToken);
        var seenBefore = clock.GetUtcNow() - SecurityEvent.Kept;
        await db.SecurityEvents.Where(happened => happened.At < seenBefore).ExecuteDeleteAsync(cancellationToken);
        // Secrets from before they were sealed, such as those that a restored backup brings back.
        await scope.ServiceProvider.GetRequiredService<TwoStepSignIn>().SealOldAsync(cancellationToken);
        var queuedBefore = clock.GetUtcNow() - RunsKept;
        await db.JobRuns.Where(run => run.QueuedAt < queuedBefore).ExecuteDeleteAsync(cancellationToken);
        if (sessions + texts > 0)
            LogDone(tenantId, sessions, texts);
    }

    /// <summary>
    /// By the tenant's own lifetimes, as they are now. A session that was ended is not used again, so it runs out like the others.
    /// </summary>
    private async Task<int> DeleteSessionsAsync(PantryDb db, CancellationToken cancellationToken)
    {
        var tenant = await db.Tenants.Select(tenant => new { tenant.SharedIdleMinutes, tenant.OwnIdleDays, tenant.AbsoluteDays })
            .SingleAsync(cancellationToken);
        var before = clock.GetUtcNow() - SessionsKept;
        var startedBefore = before.AddDays(-tenant.AbsoluteDays);
        var sharedBefore = before.AddMinutes(-tenant.SharedIdleMinutes);
        var ownBefore = before.AddDays(-tenant.OwnIdleDays);
        return await db.Sessions
            .Where(session => session.StartedAt < startedBefore || session.LastSeenAt < ownBefore
                || session.SharedDevice && session.LastSeenAt < sharedBefore)
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Mails that were given up lose their text like those that were sent: nobody will read them.</summary>
    private async Task<int> EraseTextsAsync(PantryDb db, CancellationToken cancellationToken)
    {
        var mails = db.OutboxMails;
        var now = clock.GetUtcNow();
        var textsBefore = now - TextsKept;
        var mailsBefore = now - MailsKept;
        await mails.Where(mail => mail.CreatedAt < mailsBefore).ExecuteDeleteAsync(cancellationToken);
        return await mails.Where(mail => mail.CreatedAt < textsBefore && mail.Text != ""
            && (mail.SentAt != null || mail.ExpiresAt < now || mail.Attempts >= MailDrain.MostTries))
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Text, "").SetProperty(mail => mail.Html, ""), cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Cleaned up tenant {TenantId}: {Sessions} sessions deleted, the texts of {Mails} mails erased")]
    private partial void LogDone(Guid tenantId, int sessions, int mails);

    [LoggerMessage(LogLevel.Error, "Cleaning up failed for tenant {TenantId}")]
    private partial void LogFailure(Exception exception, Guid tenantId);
}
