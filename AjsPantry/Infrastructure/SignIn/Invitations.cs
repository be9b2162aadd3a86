using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.SignIn;

/// <summary>Makes the links by which people choose their password. Used by everything that adds people or lets them back in.</summary>
public sealed class Invitations(PantryDb db, MailOutbox outbox, SiteAddress site, SecurityLog log, TimeProvider clock)
{
    public static readonly TimeSpan JoinWithin = TimeSpan.FromDays(14);
    private static readonly TimeSpan ResetWithin = TimeSpan.FromDays(1);

    private TenantWords? _tenant;

    /// <summary>Whether links can be mailed at all.</summary>
    public bool CanMail => outbox.IsOn;

    /// <summary>Whether a link for the member goes out by mail and is nobody else's to see.</summary>
    public bool WouldMail(Member member, bool byHand) =>
        !byHand && CanMail && !string.IsNullOrWhiteSpace(member.Email) && site.ForMail("/") is not null;

    /// <summary>
    /// Makes a link for the member and takes back the ones that were open. It is mailed where there is a mail server and the member
    /// has an address; else it is the caller's to show, once. The caller saves, so that the link, its mail and their cause come
    /// into being together.
    /// </summary>
    /// <param name="byHand">Show the link even if it could be mailed, because the address may be wrong.</param>
    /// <returns>The link, with its path unless it was mailed; it cannot be read again from the database.</returns>
    public async Task<InvitationLink> CreateAsync(
        Member member, InvitationKind kind, CancellationToken cancellationToken, bool byHand = false)
    {
        await WithdrawAsync([member.Id], cancellationToken);
        return await AddAsync(member, kind, InvitationLetter.FromAdmin, byHand, cancellationToken);
    }

    /// <summary>
    /// The same for many members with one question to the database: makes a link to join for each and takes back the ones that were
    /// open. The caller saves.
    /// </summary>
    /// <param name="byHand">True when the links are for paper; false mails to whoever has an address.</param>
    /// <returns>One link per member, in their order.</returns>
    public async Task<IReadOnlyList<InvitationLink>> CreateManyAsync(
        IReadOnlyCollection<Member> members, CancellationToken cancellationToken, bool byHand = true)
    {
        await WithdrawAsync([.. members.Select(member => member.Id)], cancellationToken);
        var links = new List<InvitationLink>(members.Count);
        foreach (var member in members)
            links.Add(await AddAsync(member, InvitationKind.Join, InvitationLetter.FromAdmin, byHand, cancellationToken));
        return links;
    }

    /// <summary>
    /// Mails a link to somebody who forgot the password, or nothing when that cannot be. It ends the ones that were mailed before; those
    /// given
    /// by hand stay: anybody may type anybody's number, and must not be able to end the link that lies on somebody's desk. The caller
    /// saves.
    /// </summary>
    public async Task MailForgottenAsync(Member member, CancellationToken cancellationToken)
    {
        if (!CanMail || string.IsNullOrWhiteSpace(member.Email))
            return;
        await WithdrawMailedAsync(member.Id, cancellationToken);
        log.Note(db, SecurityEventKind.PasswordLinkMade, member.Id);
        var kind = member.PasswordHash is null ? InvitationKind.Join : InvitationKind.Reset;
        await AddAsync(member, kind, InvitationLetter.Forgotten, byHand: false, cancellationToken);
    }

    /// <summary>Takes back the open links that were mailed to a person. The caller saves.</summary>
    public async Task WithdrawMailedAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await db.Invitations
            .Where(invitation => invitation.MemberId == memberId && invitation.UsedAt == null && invitation.WithdrawnAt == null)
            .ToListAsync(cancellationToken);
        var causes = open.ConvertAll(CauseOf);
        var mailed = await db.OutboxMails.Where(mail => causes.Contains(mail.Cause)).Select(mail => mail.Cause)
            .ToListAsync(cancellationToken);
        open.FindAll(invitation => mailed.Contains(CauseOf(invitation))).ForEach(invitation => invitation.WithdrawnAt = now);
    }

    private static string CauseOf(Invitation invitation) => $"invitation:{invitation.Id}";

    /// <summary>
    /// How many links were ever made for these people. A form that makes one carries the number it was shown with: a page that is loaded
    /// anew sends its form again, and would end the link that was just shown.
    /// </summary>
    public Task<int> CountAsync(IReadOnlyCollection<Guid> memberIds, CancellationToken cancellationToken) =>
        db.Invitations.CountAsync(invitation => memberIds.Contains(invitation.MemberId), cancellationToken);

    /// <summary>Takes back every open link of a person, and saves.</summary>
    public async Task WithdrawAsync(Guid memberId, CancellationToken cancellationToken)
    {
        await WithdrawAsync([memberId], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task WithdrawAsync(List<Guid> memberIds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await db.Invitations
            .Where(invitation => memberIds.Contains(invitation.MemberId) && invitation.UsedAt == null && invitation.WithdrawnAt == null)
                .ToListAsync(cancellationToken);
        open.ForEach(invitation => invitation.WithdrawnAt = now);
    }

    private async Task<InvitationLink> AddAsync(
        Member member, InvitationKind kind, LetterWriter write, bool byHand, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = SecretKey.New(db.TenantId);
        var path = $"/join/{key}";
        var address = WouldMail(member, byHand) ? site.ForMail(path) : null;
        // What is mailed is clicked. A code that is guessed must neither replace a password nor make an admin.
        var hasCode = address is null && kind == InvitationKind.Join && member.Role is not (Role.Admin or Role.Operator);
        var symbols = hasCode ? InvitationCode.New() : null;
        var made = new Invitation
        {
            KeyHash = key.Hash(),
            CodeHash = symbols is null ? null : InvitationCode.Hash(db.TenantId, symbols),
            MemberId = member.Id,
            Kind = kind,
            CreatedAt = now,
            ExpiresAt = now + (kind == InvitationKind.Join ? JoinWithin : ResetWithin),
        };
        db.Invitations.Add(made);
        _tenant ??= await db.Tenants.Select(tenant => new TenantWords(tenant.Name, tenant.Code)).SingleAsync(cancellationToken);
        var code = symbols is null ? null : InvitationCode.Shown(_tenant.Code, symbols);
        if (address is null)
            return new InvitationLink(member.Name, member.Number, path, MailedTo: null, code);
        outbox.Add(CauseOf(made), member.Email!, write(member, kind, _tenant.Name, address), hasSecret: true);
        return new InvitationLink(member.Name, member.Number, Path: "", member.Email, Code: null);
    }

    private sealed record TenantWords(string Name, string Code);
}

/// <param name="Path">Where the link leads on this site; empty when it was mailed and is nobody else's to see.</param>
/// <param name="MailedTo">The address that gets it by mail; null when it is to be shown.</param>
/// <param name="Code">What may be typed in place of the link; null where only the link leads in.</param>
public sealed record InvitationLink(string Name, string Number, string Path, string? MailedTo, string? Code)
{
    public bool IsMailed => MailedTo is not null;

    /// <summary>Whoever was added with a number alone goes by it.</summary>
    public bool HasName => Name != Number;

    public string Who => HasName ? Name : $"Member {Number}";
}
