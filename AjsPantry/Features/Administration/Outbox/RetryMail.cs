using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Outbox;

/// <summary>Tries a mail again that was given up.</summary>
public sealed class RetryMail(PantryDb db, MailOutbox outbox, TimeProvider clock, Scope scope)
{
    /// <returns>False when the tenant has no such mail. One that need not or cannot be tried stays as it is.</returns>
    public async Task<bool> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.RunJobs);
        if (await db.OutboxMails.SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken) is not { } mail)
            return false;
        if (mail.SentAt is not null || mail.Attempts < MailDrain.MostTries || mail.Text == "" || mail.ExpiresAt <= clock.GetUtcNow())
            return true;
        outbox.TryAgain(mail);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
