using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Floors;

/// <summary>A tenant's floors with who lives on them, by number. Archived ones too.</summary>
public sealed class FloorsQuery(PantryDb db)
{
    public Task<List<FloorRow>> ListAsync(CancellationToken cancellationToken) => Rows(null).ToListAsync(cancellationToken);

    public Task<FloorRow?> FindAsync(Guid id, CancellationToken cancellationToken) => Rows(id).SingleOrDefaultAsync(cancellationToken);

    /// <summary>People with an account that is on who live on the floor, by name; the first ones only.</summary>
    public Task<List<string>> PeopleAsync(Guid id, int most, CancellationToken cancellationToken) =>
        db.Members.OnFloor(id).OrderBy(member => NameOrder.Of(member.Name)).ThenBy(member => member.Number)
            .Take(most).Select(member => member.Name + ", " + member.Number).ToListAsync(cancellationToken);

    private IQueryable<FloorRow> Rows(Guid? id)
    {
        var members = db.Members.WithAccount();
        return db.Floors.Where(floor => id == null || floor.Id == id).OrderBy(floor => floor.Number).Select(floor => new FloorRow(
            floor.Id, floor.Number, floor.Name, floor.ArchivedAt,
            members.Count(member => member.FloorId == floor.Id)));
    }
}

/// <param name="People">Those whose account is on.</param>
public sealed record FloorRow(Guid Id, int Number, string Name, DateTimeOffset? ArchivedAt, int People)
{
    public bool IsArchived => ArchivedAt is not null;

    public string PeopleInWords => People switch { 0 => "nobody lives here", 1 => "1 person", _ => $"{People} people" };
}
