using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>Makes the links by which people choose their password. Used by everything that adds people or lets them back in.</summary>
public sealed class Invitations(PantryDb db, TimeProvider clock)
{
    private static readonly TimeSpan JoinWithin = TimeSpan.FromDays(14);
    private static readonly TimeSpan ResetWithin = TimeSpan.FromDays(1);

    /// <summary>
    /// Makes a link for the member and takes back the ones that were open. The caller saves, so that the link and its cause come
    /// into being together.
    /// </summary>
    /// <returns>The link as path on this site, to be shown or mailed once; it cannot be read again from the database.</returns>
    public async Task<InvitationLink> CreateAsync(Member member, InvitationKind kind, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await db.Invitations.Where(invitation => invitation.MemberId == member.Id && invitation.UsedAt == null && invitation.WithdrawnAt == null).ToListAsync(cancellationToken);
        open.ForEach(invitation => invitation.WithdrawnAt = now);
        var key = SessionKey.New(db.TenantId);
        db.Invitations.Add(new Invitation
        {
            KeyHash = key.Hash(),
            MemberId = member.Id,
            Kind = kind,
            CreatedAt = now,
            ExpiresAt = now + (kind == InvitationKind.Join ? JoinWithin : ResetWithin),
        });
        return new InvitationLink(member.Name, member.Number, $"/join/{key}", IsMailed: false);
    }

    /// <summary>
    /// The same for many members with one query: makes a link to join for each and takes back the ones that were open. Nothing
    /// is mailed; the links are for paper. The caller saves.
    /// </summary>
    /// <returns>One link per member, in their order.</returns>
    public async Task<IReadOnlyList<InvitationLink>> CreateManyAsync(IReadOnlyCollection<Member> members, CancellationToken cancellationToken)
    {
        var (now, ids) = (clock.GetUtcNow(), members.Select(member => member.Id).ToList());
        var open = await db.Invitations.Where(invitation => ids.Contains(invitation.MemberId) && invitation.UsedAt == null && invitation.WithdrawnAt == null).ToListAsync(cancellationToken);
        open.ForEach(invitation => invitation.WithdrawnAt = now);
        return [.. members.Select(member =>
        {
            var key = SessionKey.New(db.TenantId);
            db.Invitations.Add(new Invitation { KeyHash = key.Hash(), MemberId = member.Id, Kind = InvitationKind.Join, CreatedAt = now, ExpiresAt = now + JoinWithin });
            return new InvitationLink(member.Name, member.Number, $"/join/{key}", IsMailed: false);
        })];
    }
}

/// <param name="Path">Where the link leads on this site; empty when it was mailed and is nobody else's to see.</param>
/// <param name="IsMailed">The person gets it by mail.</param>
public sealed record InvitationLink(string Name, string Number, string Path, bool IsMailed);
