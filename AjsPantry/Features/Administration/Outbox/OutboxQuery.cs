using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Outbox;

/// <summary>The tenant's mails, the newest first, and what became of each.</summary>
public sealed class OutboxQuery(PantryDb db, MailOutbox outbox, TimeProvider clock)
{
    public Task<bool> HasAsync(Guid id, CancellationToken cancellationToken) =>
        db.OutboxMails.AnyAsync(mail => mail.Id == id, cancellationToken);

    public Task<PageOf<MailView>> ReadAsync(int page, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isOn = outbox.IsOn;
        var givenUp = db.OutboxMails.Where(mail => mail.SentAt == null && mail.Attempts >= MailDrain.MostTries);
        return db.OutboxMails.AsNoTracking().OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id)
            .Select(mail => new MailView(
                mail.Id, mail.Address, mail.Subject,
                new MailFate(mail.SentAt, mail.Attempts, mail.ExpiresAt).State(now, isOn),
                mail.CreatedAt, mail.SentAt, mail.NextTryAt, mail.Attempts, mail.Error, mail.HasSecret ? null : mail.Text,
                mail.SentAt == null && mail.Attempts >= MailDrain.MostTries && mail.Text != ""
                    && (mail.ExpiresAt == null || mail.ExpiresAt > now),
                givenUp.Count()))
            .PageAsync(page, cancellationToken);
    }
}

/// <param name="Text">Null when the mail lets its reader in; empty once it was erased.</param>
/// <param name="GivenUp">How many of all mails were; the same for every one.</param>
/// <param name="MayRetry">It was given up, and there is still something to send that is news.</param>
public sealed record MailView(
    Guid Id, string Address, string Subject, MailState State, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, DateTimeOffset NextTryAt,
    int Attempts, string? Error, string? Text, bool MayRetry, int GivenUp);
