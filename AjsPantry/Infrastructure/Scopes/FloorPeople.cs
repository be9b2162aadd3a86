using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Infrastructure.Scopes;

/// <summary>A person as short names need them.</summary>
public sealed record NamedPerson
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }
}

/// <summary>
/// Whose short names must not be alike: all who live on a floor, whether a page shows them or not. So a person is called the same on
/// every page and in every month.
/// </summary>
public static class FloorPeople
{
    /// <summary>A query, or a part of one.</summary>
    public static IQueryable<NamedPerson> Of(PantryDb db, Guid floorId) =>
        db.Members.ActiveOnFloor(floorId).Select(member => new NamedPerson { Id = member.Id, Name = member.Name });

    /// <summary>The floor's people, and those whom a page shows though they have left.</summary>
    public static IEnumerable<(Guid Id, string Name)> With(
        this IEnumerable<NamedPerson> people, IEnumerable<(Guid? Id, string? Name)> shown) =>
        people.Select(person => (person.Id, person.Name))
            .Concat(shown.Where(one => one.Id is not null && one.Name is not null).Select(one => (one.Id!.Value, one.Name!)));
}
