using AjsPantry.Features.People.Directory;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn.Sessions;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Person;

/// <summary>One person of the tenant.</summary>
public sealed class MemberQuery(PantryDb db, TimeProvider clock)
{
    /// <returns>Null when the tenant has nobody by that id.</returns>
    public Task<MemberView?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var stays = db.RoomStays;
        return db.Members.Where(member => member.Id == id)
            .Select(member => new MemberView(
                member.Id, member.Name, member.Number, member.Email, member.PhoneNumber, member.Role,
                member.Floor == null ? null : new FloorView(member.Floor.Id, member.Floor.Number, member.Floor.Name),
                member.DeactivatedAt != null ? MemberState.Deactivated : member.PasswordHash == null ? MemberState.Invited
                    : MemberState.Active,
                member.DeactivatedAt, member.CreatedAt, member.ConcurrencyStamp!, member.TwoFactorEnabled,
                stays.Where(stay => stay.MemberId == id).OrderByDescending(stay => stay.Since)
                    .Select(stay =>
                        new StayView(stay.RoomId, stay.Room!.Name, stay.Room.Floor!.Number, stay.Room.Floor.Name, stay.Since, stay.Until))
                            .ToList()))
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Where the person is signed in, the device used last first.</summary>
    public Task<List<SessionView>> SessionsAsync(Guid id, CancellationToken cancellationToken) =>
        db.LiveSessionsOf(id, clock.GetUtcNow()).OrderByDescending(session => session.LastSeenAt)
            .Select(session => new SessionView(session.Id, session.Device, session.Address, session.LastSeenAt, false))
            .AsNoTracking().ToListAsync(cancellationToken);
}

/// <param name="Stamp">Identity's concurrency stamp.</param>
/// <param name="Stays">Rooms now and earlier, the latest first.</param>
public sealed record MemberView(
    Guid Id, string Name, string Number, string? Mail, string? Phone, Role Role, FloorView? Floor, MemberState State,
    DateTimeOffset? DeactivatedAt, DateTimeOffset CreatedAt,
    string Stamp, bool HasSecondStep, IReadOnlyList<StayView> Stays)
{
    public IEnumerable<StayView> Present => Stays.Where(stay => stay.Until is null);

    public IEnumerable<StayView> Earlier => Stays.Where(stay => stay.Until is not null);
}

/// <summary>A person's time in a room.</summary>
public sealed record StayView(Guid RoomId, string Room, int FloorNumber, string Floor, DateTimeOffset Since, DateTimeOffset? Until);
