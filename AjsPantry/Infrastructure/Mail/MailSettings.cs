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

    /// <summary>False only for a mail server on the same machine: a mail carries links that let people in.</summary>
    public bool UseTls { get; init; } = true;

    public bool IsOn => !string.IsNullOrWhiteSpace(Host);
}
