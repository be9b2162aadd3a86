using System.Net;
using AjsPantry.Infrastructure.Web;
using MimeKit;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>The section Mail of the settings. Without a host nothing is mailed, and links are shown to the inviter instead.</summary>
public sealed record MailSettings
{
    public const string Section = "Mail";

    public string? Host { get; init; }

    /// <summary>587 is for handing in mail with TLS begun on the way; 465 speaks TLS from the first byte.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Null when the server asks for no name, as one on the same machine.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The sender, such as AJS Pantry &lt;pantry@example.org&gt;.</summary>
    public string? From { get; init; }

    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    public bool IsOn => !string.IsNullOrWhiteSpace(Host);

    /// <summary>What keeps mail from being sent, or a sent link from being opened; empty when all is well or mail is off.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (string.IsNullOrWhiteSpace(section[nameof(Host)]))
            yield break;
        if (!MailboxAddress.TryParse(section[nameof(From)] ?? "", out var from) || from.Domain == "")
            yield return "Mail:From is not a mail address: the sender, needed because Mail:Host is set";
        if (!int.TryParse(section[nameof(Port)] ?? "587", out var port) || port is < 1 or > 65535)
            yield return "Mail:Port is not a port: 587 or 465, as the mail server says";
        if (!Enum.TryParse<MailSecurity>(section[nameof(Security)] ?? nameof(MailSecurity.StartTls), ignoreCase: true, out var security)
            || !Enum.IsDefined(security))
            yield return "Mail:Security is none of StartTls, Tls and None";
        else if (security == MailSecurity.None && !IsThisMachine(section[nameof(Host)]!))
            yield return "Mail:Security is None although the mail server is another machine: mails carry links that let people in";
        if (string.IsNullOrEmpty(section[nameof(User)]) != string.IsNullOrEmpty(section[nameof(Password)]))
            yield return "only one of Mail:User and Mail:Password is set";
        if (SiteAddress.BaseOf(configuration[SiteAddress.Setting]) is null)
            yield return "PublicAddress is not an address such as https://pantry.example.org: mails carry links to it";
    }

    private static bool IsThisMachine(string host) =>
        host == "localhost" || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);
}

/// <summary>How the way to the mail server is kept private.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the clear and goes on with TLS, or not at all.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Only for a mail server on the same machine.</summary>
    None,
}
