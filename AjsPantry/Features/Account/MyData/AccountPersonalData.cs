using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account.MyData;

/// <summary>A person's sessions, ways in, and changes.</summary>
public sealed class AccountPersonalData(PantryDb db) : IPersonalData
{
    public int Place => 1;

    public async Task<IReadOnlyList<PersonalSection>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        new("Sessions", await SessionsAsync(memberId, cancellationToken)),
        new("SignIns", await SignInsAsync(memberId, cancellationToken)),
        new("Invitations", await InvitationsAsync(memberId, cancellationToken)),
        new("ChangesToMe", await ChangesToMeAsync(memberId, cancellationToken)),
        // Without the values: what somebody did to another person's row is the other person's.
        new("ChangesByMe", await ChangesByMeAsync(memberId, cancellationToken)),
    ];

    private async Task<object?> SessionsAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Sessions.Where(session => session.MemberId == memberId).OrderBy(session => session.StartedAt)
            .Select(session => new { session.StartedAt, session.LastSeenAt, session.Device, session.Address, session.SharedDevice })
                .ToListAsync(cancellationToken);

    private async Task<object?> SignInsAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.SecurityEvents.Where(happened => happened.MemberId == memberId).OrderBy(happened => happened.At)
            .Select(happened => new { happened.At, happened.Kind, happened.Address, happened.Device }).ToListAsync(cancellationToken);

    private async Task<object?> InvitationsAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Invitations.Where(invitation => invitation.MemberId == memberId).OrderBy(invitation => invitation.CreatedAt)
            .Select(invitation => new
            {
                invitation.Kind,
                invitation.CreatedAt,
                invitation.ExpiresAt,
                invitation.UsedAt,
                invitation.WithdrawnAt
            }).ToListAsync(cancellationToken);

    private async Task<object?> ChangesToMeAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.AuditEntries.Where(entry => entry.ThingId == memberId).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            .Select(entry => new { entry.At, By = entry.ActorName, entry.Kind, entry.Before, entry.After, entry.Reason })
                .ToListAsync(cancellationToken);

    private async Task<object?> ChangesByMeAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.AuditEntries.Where(entry => entry.ActorId == memberId).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            .Select(entry => new { entry.At, entry.Address, entry.Kind, entry.Thing, entry.Reason }).ToListAsync(cancellationToken);
}
