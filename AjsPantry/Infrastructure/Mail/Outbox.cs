using AjsPantry.Infrastructure.Persistence;
using Hangfire;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>Where the rest of the application leaves its mail. A letter comes into being with its cause or not at all.</summary>
public sealed partial class Outbox(PantryDb db, MailSettings settings, IBackgroundJobClient queue, TimeProvider clock, ILogger<Outbox> logger)
{
    private bool _callsPostman;

    /// <summary>False when the installation has no mail server; then callers show what they would have sent.</summary>
    public bool IsOn => settings.IsOn;

    /// <summary>Adds the letter to the caller's unit of work; the caller saves. It is sent soon after.</summary>
    /// <param name="cause">What it is about, such as invitation:0190…; the same cause never sends twice.</param>
    /// <param name="hasSecret">The text lets its reader in; it is erased as soon as the mail is out.</param>
    public void Add(string cause, string address, MailLetter letter, bool hasSecret = false)
    {
        var now = clock.GetUtcNow();
        db.OutboxMails.Add(new OutboxMail
        {
            Cause = cause,
            Address = address,
            Subject = letter.Subject.Length <= 200 ? letter.Subject : letter.Subject[..200],
            Text = letter.Text(),
            Html = letter.Html(),
            HasSecret = hasSecret,
            CreatedAt = now,
            NextTryAt = now,
        });
        if (_callsPostman)
            return;
        _callsPostman = true;
        db.SavedChanges += (_, _) => CallPostman();
    }

    /// <summary>A courtesy: without it the tick finds the mail within a minute. So it must never spoil what was just saved.</summary>
    private void CallPostman()
    {
        try
        {
            var tenantId = db.TenantId;
            queue.Enqueue<MailDrain>(drain => drain.RunAsync(tenantId, CancellationToken.None));
        }
        catch (BackgroundJobClientException exception)
        {
            LogLater(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mail could not be queued at once; the next tick sends it")]
    private partial void LogLater(Exception exception);
}
