using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>Hands mail to the configured server over SMTP.</summary>
public sealed class MailSender(MailSettings settings)
{
    /// <summary>A row is locked meanwhile, so a server that does not answer must not keep it for long.</summary>
    private const int PatienceInMilliseconds = 30_000;

    /// <summary>One connection for as many mails as there are; opened with the first of them.</summary>
    public SendRound SetOut() => new(this);

    internal MimeMessage Write(OutboxMail mail)
    {
        var sender = MailboxAddress.Parse(settings.From ?? "");
        var message = new MimeMessage { Subject = mail.Subject, MessageId = $"{mail.Id:N}@{sender.Domain}", Date = mail.CreatedAt };
        message.From.Add(sender);
        // The whole text is the address: with Parse, one that somebody typed could bring a name or a route along.
        message.To.Add(new MailboxAddress("", mail.Address));
        // Keeps replies of machines, such as notes of absence, from coming back.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.StopLink is not null)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{mail.StopLink}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        message.Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody();
        return message;
    }

    internal async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        // Whether a certificate was withdrawn is asked at an address that the certificate itself names: a node calls nobody but whom the
        // settings name. That it is valid, and the server's, is checked.
        var client = new SmtpClient { Timeout = PatienceInMilliseconds, CheckCertificateRevocation = false };
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, Options(settings.Security), cancellationToken);
            if (!string.IsNullOrEmpty(settings.User))
                await client.AuthenticateAsync(settings.User, settings.Password ?? "", cancellationToken);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };
}

/// <summary>One visit to the mail server.</summary>
public sealed class SendRound(MailSender postman) : IAsyncDisposable
{
    private SmtpClient? _client;

    public async Task<SendAnswer> SendAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        try
        {
            using var message = postman.Write(mail);
            _client ??= await postman.ConnectAsync(cancellationToken);
            await _client.SendAsync(message, cancellationToken);
            return new(null, ServerIsAway: false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever went wrong with one mail, the others may still go as long as the server listens.
            return new(exception.Message, ServerIsAway: _client is not { IsConnected: true } && !IsOfThisMail(exception));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is null)
            return;
        try
        {
            await _client.DisconnectAsync(quit: true);
        }
        catch (Exception exception)
            when (exception is IOException or MailKit.ProtocolException or System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            // The server hung up first; everything it took was marked already.
        }

        _client.Dispose();
    }

    /// <summary>It could not even be written, so no server had a say in it.</summary>
    private static bool IsOfThisMail(Exception exception) => exception is ParseException or FormatException or ArgumentException;
}

/// <param name="Error">What the server said; null when it took the mail.</param>
/// <param name="ServerIsAway">No use in trying the next mail now.</param>
public sealed record SendAnswer(string? Error, bool ServerIsAway);
