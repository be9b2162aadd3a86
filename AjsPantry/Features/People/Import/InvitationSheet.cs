using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Import;

/// <summary>
/// Makes the links for the people of an import who have no password yet, in parts that a printer can take: by floor and 200 of
/// the list at a time, or all together where they are no more. Parts stay the same while people join.
/// </summary>
public sealed class InvitationSheet(PantryDb db, Invitations invitations)
{
    public const int MostAtOnce = 200;

    /// <summary>The parts of the sheet with the people who still need a link.</summary>
    public Task<List<SheetPart>> PartsAsync(Guid importId, CancellationToken cancellationToken) =>
        Added(importId).GroupBy(person => new { person.FloorNumber, person.FloorName, person.Part })
            .OrderBy(part => part.Key.FloorNumber).ThenBy(part => part.Key.Part)
            .Select(part => new SheetPart(part.Key.FloorNumber, part.Key.FloorName, part.Key.Part, part.Count(), part.Count(person => person.IsOpen)))
            .ToListAsync(cancellationToken);

    /// <summary>Makes the links of one part, each valid once; older ones of the same people end.</summary>
    public async Task<IReadOnlyList<InvitationLink>> MakeAsync(Guid importId, int floor, int part, CancellationToken cancellationToken)
    {
        var ids = await Added(importId).Where(person => person.FloorNumber == floor && person.Part == part && person.IsOpen)
            .OrderBy(person => person.Place).Select(person => person.MemberId).ToListAsync(cancellationToken);
        var members = (await db.Members.Where(member => ids.Contains(member.Id)).ToListAsync(cancellationToken)).OrderBy(member => ids.IndexOf(member.Id)).ToList();
        var links = await invitations.CreateManyAsync(members, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return links;
    }

    /// <summary>The people whom the import added, each in a part. The floor is the one of the list, so that moving house moves nobody to another part.</summary>
    private IQueryable<AddedPerson> Added(Guid importId) => db.Database.SqlQuery<AddedPerson>($"""
        SELECT a.member_id, a.is_open, a.place,
            CASE WHEN a.is_large THEN a.floor_number ELSE 0 END AS floor_number, CASE WHEN a.is_large THEN a.floor_name ELSE '' END AS floor_name,
            ((row_number() OVER (PARTITION BY CASE WHEN a.is_large THEN a.floor_number ELSE 0 END ORDER BY a.place) - 1) / {MostAtOnce})::int AS part
        FROM (
            SELECT m.id AS member_id, m.password_hash IS NULL AND m.deactivated_at IS NULL AS is_open, f.number AS floor_number, f.name AS floor_name, r.place, count(*) OVER () > {MostAtOnce} AS is_large
            FROM member_imports i, jsonb_array_elements(i.rows) WITH ORDINALITY AS r(e, place), members m, floors f
            WHERE i.tenant_id = {db.TenantId} AND i.id = {importId} AND r.place <= i.done AND r.e->>'state' = 'Add'
                AND m.tenant_id = i.tenant_id AND m.number = r.e->'row'->>'number'
                AND f.tenant_id = i.tenant_id AND f.id = (r.e->>'floorId')::uuid) a
        """);

    private sealed record AddedPerson(Guid MemberId, bool IsOpen, long Place, int FloorNumber, string FloorName, int Part);
}

/// <param name="FloorNumber">0 where all floors fit one part.</param>
/// <param name="Part">Counted from 0.</param>
/// <param name="People">All of the part.</param>
/// <param name="Open">Of them, who has no password yet.</param>
public sealed record SheetPart(int FloorNumber, string FloorName, int Part, int People, int Open);
