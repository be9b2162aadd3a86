using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Administration.Outbox;

/// <summary>What mails the tenant wrote, to whom, and what became of them.</summary>
public sealed class OutboxModel(OutboxQuery query, MailOutbox outbox) : PersonPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? TypedPage { get; set; }

    public PageOf<MailView> Mails { get; private set; } = null!;

    public string Answer => (Mails.Rows.Count == 0 ? 0 : Mails.Rows[0].GivenUp) switch
    {
        _ when Mails.Rows.Count == 0 => "No emails yet",
        _ when !outbox.IsOn => "Emails are kept here, not sent",
        0 => "Emails are being sent",
        1 => "1 email could not be sent",
        var count => $"{count} emails could not be sent",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(TypedPage) is not { } number)
            return NotFound();
        Mails = await query.ReadAsync(number, cancellationToken);
        return Page();
    }

    /// <summary>The state as a chip: its word, its colour and its icon.</summary>
    public static (string Word, string Colour, string Icon) Chip(MailState state) => state switch
    {
        MailState.Sent => ("Sent", "ok", "check-circle-fill"),
        MailState.GivenUp => ("Given up", "bad", "exclamation-circle"),
        MailState.TooOld => ("Too old to send", "", "clock-history"),
        MailState.Kept => ("Kept here", "wait", "inbox"),
        _ => ("Waiting", "wait", "hourglass-split"),
    };

    /// <summary>What there is to say beside the state.</summary>
    public string Words(MailView mail) => mail.State switch
    {
        MailState.Sent => $"Written {Moment(mail.CreatedAt)}, sent {Moment(mail.SentAt!.Value)}",
        MailState.Waiting when mail.Attempts > 0 =>
            $"Written {Moment(mail.CreatedAt)}, tried {Times(mail.Attempts)}, next {Moment(mail.NextTryAt)}",
        MailState.Waiting when mail.NextTryAt > Clock.GetUtcNow() =>
            $"Written {Moment(mail.CreatedAt)}, will be sent {Moment(mail.NextTryAt)}",
        MailState.GivenUp => $"Written {Moment(mail.CreatedAt)}, tried {Times(mail.Attempts)}",
        _ => $"Written {Moment(mail.CreatedAt)}",
    };

    private static string Times(int attempts) => attempts == 1 ? "once" : $"{attempts} times";
}
