using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Scopes;

/// <summary>Who looks after the floors of the tenant: the pantry heads of each, and the admins where a floor has none.</summary>
public sealed class FloorHeads
{
    private readonly ILookup<Guid, Guid> _heads;

    private FloorHeads(IReadOnlyList<Guid> admins, ILookup<Guid, Guid> heads)
    {
        Admins = admins;
        _heads = heads;
    }

    public IReadOnlyList<Guid> Admins { get; }

    public static async Task<FloorHeads> ReadAsync(PantryDb db, CancellationToken cancellationToken)
    {
        var people = await db.Members.WithAccount().Where(member => member.Role == Role.PantryHead || member.Role == Role.Admin)
            .Select(member => new { member.Id, member.FloorId }).ToListAsync(cancellationToken);
        return new(
            [.. people.Where(person => person.FloorId is null).Select(person => person.Id)],
            people.Where(person => person.FloorId is not null).ToLookup(person => person.FloorId!.Value, person => person.Id));
    }

    /// <param name="but">Somebody who is not counted, because it is about them.</param>
    public IReadOnlyList<Guid> Of(Guid floorId, Guid? but = null)
    {
        var heads = _heads[floorId].Where(id => id != but).ToList();
        return heads.Count > 0 ? heads : [.. Admins.Where(id => id != but)];
    }
}
