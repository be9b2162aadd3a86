using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.DataProtection;

namespace AjsPantry.Features.Notices.Preferences;

/// <summary>
/// Links in mails by which their receiver ends mails of one kind without signing in (RFC 8058). The link is sealed by the
/// installation's keys, names one person and one kind, and can do nothing else.
/// </summary>
public sealed class StopLinks(PantryDb db, SiteAddress site, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AjsPantry.StopMails.v1");

    /// <returns>Null while the installation has no public address.</returns>
    public string? For(Guid memberId, NoticeKind kind) => site.ForMail(PathOf(memberId, kind));

    public string PathOf(Guid memberId, NoticeKind kind) => $"/notices/stop/{_protector.Protect($"{db.TenantId:N}.{memberId:N}.{kind}")}";

    /// <returns>Null for a link that this installation did not make.</returns>
    public StopLink? Read(string? sealedText)
    {
        try
        {
            var parts = _protector.Unprotect(sealedText ?? "").Split('.');
            return parts.Length == 3 && Enum.TryParse<NoticeKind>(parts[2], out var kind)
                ? new StopLink(Guid.Parse(parts[0]), Guid.Parse(parts[1]), kind) : null;
        }
        catch (Exception exception) when (exception is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return null;
        }
    }
}

public sealed record StopLink(Guid TenantId, Guid MemberId, NoticeKind Kind);
