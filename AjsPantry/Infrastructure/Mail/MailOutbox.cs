using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>Where the rest of the application leaves its mail. A letter comes into being with its cause or not at all.</summary>
public sealed class MailOutbox(PantryDb db, MailSettings settings, OutboxSignal bell, TimeProvider clock)
{
    private const int LongestSubject = 200;

    /// <summary>
    /// False when the installation has no mail server; then mail is kept readable, and callers show the links that must not wait.
    /// </summary>
    public bool IsOn => settings.IsOn;

    /// <summary>Gives a mail that was given up as many tries again. The caller saves.</summary>
    public void TryAgain(OutboxMail mail)
    {
        mail.Attempts = 0;
        mail.NextTryAt = clock.GetUtcNow();
        bell.IsWaiting = IsOn;
    }

    /// <summary>Adds the letter to the caller's unit of work; the caller saves. It is sent soon after.</summary>
    /// <param name="cause">What it is about, such as invitation:0190…; the same cause never sends twice.</param>
    /// <param name="hasSecret">The text lets its reader in; it is erased as soon as the mail is out.</param>
    /// <param name="after">Not before; at once when null.</param>
    /// <param name="until">Not after; null for mail that never grows old.</param>
    /// <param name="stop">Where the receiver ends mails of this kind.</param>
    /// <param name="notice">The notice that says the same in the inbox.</param>
    public void Add(
        string cause, string address, MailLetter letter, bool hasSecret = false,
        DateTimeOffset? after = null, DateTimeOffset? until = null, string? stop = null, Guid? notice = null)
    {
        var now = clock.GetUtcNow();
        db.OutboxMails.Add(new OutboxMail
        {
            Cause = cause,
            NoticeId = notice,
            Address = address,
            Subject = InputParser.Cut(letter.Subject, LongestSubject),
            Text = letter.Text(),
            Html = letter.Html(),
            HasSecret = hasSecret,
            CreatedAt = now,
            NextTryAt = after ?? now,
            ExpiresAt = until,
            StopLink = stop,
        });
        bell.IsWaiting = IsOn;
    }
}
