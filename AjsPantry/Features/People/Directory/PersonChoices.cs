using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Directory;

/// <summary>The people among whom forms let one choose.</summary>
public sealed class PersonChoices(PantryDb db, ReadCache cache)
{
    /// <summary>A floor's active people by name.</summary>
    public async Task<IReadOnlyList<PersonChoice>> OfFloorAsync(Guid floorId, CancellationToken cancellationToken) =>
        await cache.ReadAsync(("people to choose from", floorId), async () =>
            await db.Members.AsNoTracking().OnFloor(floorId)
                .OrderBy(member => NameOrder.Of(member.Name)).ThenBy(member => member.Number)
                .Select(member => new PersonChoice(member.Id, member.Name, member.Number)).ToListAsync(cancellationToken));
}

/// <summary>A person as lists of choices show them.</summary>
public sealed record PersonChoice(Guid Id, string Name, string Number)
{
    /// <summary>Name and number, as names repeat; the number alone while the name is not known.</summary>
    public string Words => Name == Number ? Number : $"{Name}, {Number}";
}
