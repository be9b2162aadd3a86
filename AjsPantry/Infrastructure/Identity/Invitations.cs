using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>Makes the links by which people choose their password. Used by everything that adds people or lets them back in.</summary>
public sealed class Invitations(PantryDb db, Outbox outbox, SiteAddress site, TimeProvider clock)
{
    private static readonly TimeSpan JoinWithin = TimeSpan.FromDays(14);
    private static readonly TimeSpan ResetWithin = TimeSpan.FromDays(1);

    private string? _tenantName;

    /// <summary>
    /// Makes a link for the member and takes back the ones that were open. With a mail server and a known address it goes into
    /// the outbox; else it is the caller's to show, once. The caller saves, so that link, mail and their cause come into being together.
    /// </summary>
    /// <returns>The link as path on this site, empty when it was mailed; it cannot be read again from the database.</returns>
    public async Task<InvitationLink> CreateAsync(Member member, InvitationKind kind, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await db.Invitations.Where(invitation => invitation.MemberId == member.Id && invitation.UsedAt == null && invitation.WithdrawnAt == null).ToListAsync(cancellationToken);
        open.ForEach(invitation => invitation.WithdrawnAt = now);
        var key = SessionKey.New(db.TenantId);
        var made = new Invitation
        {
            KeyHash = key.Hash(),
            MemberId = member.Id,
            Kind = kind,
            CreatedAt = now,
            ExpiresAt = now + (kind == InvitationKind.Join ? JoinWithin : ResetWithin),
        };
        db.Invitations.Add(made);
        var path = $"/join/{key}";
        var isMailed = await MailAsync(member, made, path, cancellationToken);
        return new InvitationLink(member.Name, member.Number, isMailed ? "" : path, isMailed);
    }

    private async Task<bool> MailAsync(Member member, Invitation made, string path, CancellationToken cancellationToken)
    {
        if (!outbox.IsOn || string.IsNullOrWhiteSpace(member.Email) || site.ForMail(path) is not { } link)
            return false;
        _tenantName ??= await db.Tenants.Select(tenant => tenant.Name).SingleAsync(cancellationToken);
        var greeting = member.Name == "" ? "Hello," : $"Hello {member.Name},";
        var letter = made.Kind == InvitationKind.Join
            ? new MailLetter($"Your place in the pantry of {_tenantName}", greeting, [$"You have an account in the pantry of {_tenantName}. Your member number is {member.Number}. Choose a password, and you are in."], "Choose a password", link, "The link works once, within 14 days. If it no longer does, ask an admin of your residence for a new one.")
            : new MailLetter($"A new password for {_tenantName}", greeting, [$"Somebody, probably you, asked to choose a new password for member number {member.Number} of {_tenantName}."], "Choose a new password", link, "The link works once, within a day. If you did not ask for it, leave it alone: your password stays as it is.");
        outbox.Add($"invitation:{made.Id}", member.Email, letter, hasSecret: true);
        return true;
    }
}

/// <param name="Path">Where the link leads on this site; empty when it was mailed and is nobody else's to see.</param>
/// <param name="IsMailed">The person gets it by mail.</param>
public sealed record InvitationLink(string Name, string Number, string Path, bool IsMailed);
