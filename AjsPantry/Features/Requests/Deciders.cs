using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;

namespace AjsPantry.Features.Requests;

/// <summary>
/// Who decides on a request: the floor's pantry heads, or an admin. Nobody on the own one, and a pantry head's is an admin's.
/// </summary>
public static class Deciders
{
    /// <param name="asker">Who asked.</param>
    /// <param name="role">What the one who asked is.</param>
    public static bool May(SignedIn person, Guid asker, Role role) =>
        person.Id != asker && person.May(Permission.DecideRequests) && (role != Role.PantryHead || person.May(Permission.ManageMembers));

    /// <summary>
    /// Who is to be told that somebody of the floor waits: its active heads; admins where a head asks, or the floor has none.
    /// </summary>
    public static IReadOnlyList<Guid> Of(FloorHeads heads, Guid floorId, Guid asker, Role role) =>
        role == Role.PantryHead ? [.. heads.Admins.Where(id => id != asker)] : heads.Of(floorId, but: asker);
}
