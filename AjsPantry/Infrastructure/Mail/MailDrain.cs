using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web.Input;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>
/// Sends a tenant's due mail. Each row is locked while it is sent, and another drain passes it over, so two at once send nothing
/// twice. A drain that dies between sending and marking sends again; the mail then has the same message id, by which mail
/// programs recognise the second copy. More than that SMTP cannot promise.
/// </summary>
public sealed partial class MailDrain(PantryDb db, MailSender postman, TimeProvider clock, ILogger<MailDrain> logger)
{
    private static readonly TimeSpan[] FirstWaits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1)];

    /// <summary>The first try, four with growing waits, then one an hour for a day. After that the mail is given up.</summary>
    public const int MostTries = 1 + 4 + 23;

    private const int MostError = 500;

    [Queue(MailSetup.Queue)]
    [AutomaticRetry(Attempts = 2)]
    public async Task RunAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        if (tenantId != db.TenantId)
            throw new InvalidOperationException("The job's tenant was not restored.");
        await using var round = postman.SetOut();
        while (await SendNextAsync(round, cancellationToken))
            db.ChangeTracker.Clear();
    }

    /// <returns>False when nothing is due, or the mail server is away and the rest can wait for the next drain.</returns>
    private async Task<bool> SendNextAsync(SendRound round, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await ClaimAsync(cancellationToken) is not { } mail)
            return false;
        mail.Attempts++;
        var answer = await round.SendAsync(mail, cancellationToken);
        if (answer.Error is null)
            mail.SentAt = clock.GetUtcNow();
        else
            Postpone(mail, answer.Error);
        if (mail.HasSecret && (mail.SentAt is not null || mail.Attempts >= MostTries))
            mail.Text = mail.Html = "";
        // Not to be cut off by a server that stops: the mail is out, and the row must say so.
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return !answer.ServerIsAway;
    }

    private async Task<OutboxMail?> ClaimAsync(CancellationToken cancellationToken)
    {
        var mails = db.OutboxMails;
        var due = await mails.FromSql($"""
            SELECT * FROM outbox_mails WHERE tenant_id = {db.TenantId} AND sent_at IS NULL AND next_try_at <= {clock.GetUtcNow()} AND (expires_at IS NULL OR expires_at > {clock.GetUtcNow()}) AND attempts < {MostTries}
            ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellationToken);
        return due.SingleOrDefault();
    }

    private void Postpone(OutboxMail mail, string error)
    {
        mail.Error = InputParser.Cut(error, MostError);
        mail.NextTryAt = clock.GetUtcNow() + FirstWaits[Math.Min(mail.Attempts, FirstWaits.Length) - 1];
        if (mail.Attempts >= MostTries)
            LogGivenUp(mail.Id, mail.TenantId, mail.Cause, MostTries, mail.Error);
        else
            LogPostponed(mail.Id, mail.TenantId, mail.Attempts, mail.Error);
    }

    [LoggerMessage(LogLevel.Error, "Mail {MailId} of tenant {TenantId} ({Cause}) was given up after {Tries} tries: {Reason}")]
    private partial void LogGivenUp(Guid mailId, Guid tenantId, string cause, int tries, string reason);

    [LoggerMessage(LogLevel.Warning, "Mail {MailId} of tenant {TenantId} was not taken at try {Tries} and waits: {Reason}")]
    private partial void LogPostponed(Guid mailId, Guid tenantId, int tries, string reason);
}
