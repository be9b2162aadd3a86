using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests;

/// <summary>
/// Who decides on a request: the floor's pantry heads, or an admin. Nobody on the own one, and a pantry head's is an admin's.
/// </summary>
public sealed class Deciders(PantryDb db)
{
    /// <param name="asker">Who asked.</param>
    /// <param name="role">What the one who asked is.</param>
    public static bool May(SignedIn person, Guid asker, Role role) =>
        person.Id != asker && person.May(Permission.DecideRequests) && (role != Role.PantryHead || person.May(Permission.ManageMembers));

    /// <summary>
    /// Who is to be told that somebody of the floor waits: its active heads; admins where a head asks, or the floor has none.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> OfAsync(Guid floorId, Guid asker, Role role, CancellationToken cancellationToken)
    {
        var active = db.Members.Where(member => member.DeactivatedAt == null && member.Id != asker);
        var heads = role == Role.PantryHead ? []
            : await active.Where(member => member.Role == Role.PantryHead && member.FloorId == floorId).Select(member => member.Id)
                .ToListAsync(cancellationToken);
        return heads.Count > 0 ? heads
            : await active.Where(member => member.Role == Role.Admin).Select(member => member.Id).ToListAsync(cancellationToken);
    }
}
