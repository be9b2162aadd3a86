using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.SignIn;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Import.Results;

/// <summary>
/// Makes the links for the people of an import who have no password yet, in parts that a printer can take: by floor and 200 of
/// the list at a time, or all together where they are no more. Parts stay the same while people join.
/// </summary>
public sealed class InvitationSheet(PantryDb db, Invitations invitations, Scope scope)
{
    public const int MostAtOnce = 200;

    /// <summary>The parts of the sheet with the people who still need a link.</summary>
    public async Task<List<SheetPart>> PartsAsync(Guid importId, CancellationToken cancellationToken)
    {
        var people = await AddedAsync(importId, cancellationToken);
        return [.. people.GroupBy(person => (person.FloorNumber, person.FloorName, person.Part))
            .Select(part => new SheetPart(
                part.Key.FloorNumber, part.Key.FloorName, part.Key.Part, part.Count(), part.Count(person => person.IsOpen),
                part.Sum(person => person.Links)))
            .OrderBy(part => part.FloorNumber).ThenBy(part => part.Part)];
    }

    /// <summary>Whether links can be mailed at all.</summary>
    public bool CanMail => invitations.CanMail;

    /// <summary>Makes the links of one part, each valid once; older ones of the same people end.</summary>
    /// <param name="mail">Mail them to whoever has an address; the others' links are still for paper.</param>
    public async Task<IReadOnlyList<InvitationLink>> MakeAsync(
        Guid importId, int floor, int part, bool mail, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageMembers);
        List<Guid> ids = [.. (await AddedAsync(importId, cancellationToken))
            .Where(person => person.FloorNumber == floor && person.Part == part && person.IsOpen).Select(person => person.MemberId)];
        var members = (await db.Members.Where(member => ids.Contains(member.Id)).ToListAsync(cancellationToken))
            .OrderBy(member => ids.IndexOf(member.Id)).ToList();
        var links = await invitations.CreateManyAsync(members, cancellationToken, byHand: !mail);
        await db.SaveChangesAsync(cancellationToken);
        return links;
    }

    /// <summary>
    /// The people whom the import added, each in a part. Asked in two questions and joined here: right after an import PostgreSQL
    /// knows the old size of the table of people and would compare every row of the list with every person.
    /// </summary>
    private async Task<List<AddedPerson>> AddedAsync(Guid importId, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(importId, cancellationToken);
        string[] numbers = [.. rows.Select(row => row.Number)];
        var links = db.Invitations;
        var people = await db.Members.Where(member => numbers.Contains(member.Number))
            .Select(member => new
            {
                member.Number,
                member.Id,
                IsOpen = member.PasswordHash == null && member.DeactivatedAt == null && member.Role != Role.Admin,
                Links = links.Count(link => link.MemberId == member.Id),
            })
            .ToDictionaryAsync(member => member.Number, cancellationToken);
        var isLarge = rows.Count > MostAtOnce;
        return [.. rows.GroupBy(row => isLarge ? (row.FloorNumber, row.FloorName) : (FloorNumber: 0, FloorName: ""))
            .SelectMany(floor => floor.Index().Where(row => people.ContainsKey(row.Item.Number))
                .Select(row => (Person: people[row.Item.Number], row.Index))
                .Select(row => new AddedPerson(
                    row.Person.Id, row.Person.IsOpen, row.Person.Links, floor.Key.FloorNumber, floor.Key.FloorName,
                    row.Index / MostAtOnce)))];
    }

    /// <summary>
    /// The rows that were added, as in the file. The floor is the one of the list, so that moving house moves nobody to another part.
    /// </summary>
    private Task<List<AddedRow>> RowsAsync(Guid importId, CancellationToken cancellationToken) => db.Database.SqlQuery<AddedRow>($"""
        SELECT r.e->'row'->>'number' AS number, f.number AS floor_number, f.name AS floor_name, r.place
        FROM member_imports i, jsonb_array_elements(i.rows) WITH ORDINALITY AS r(e, place), floors f
        WHERE i.tenant_id = {db.TenantId} AND i.id = {importId} AND r.place <= i.done AND r.e->>'state' = 'Add'
            AND f.tenant_id = i.tenant_id AND f.id = (r.e->>'floorId')::uuid
        """).OrderBy(row => row.Place).ToListAsync(cancellationToken);

    private sealed record AddedRow(string Number, int FloorNumber, string FloorName, long Place);

    private sealed record AddedPerson(Guid MemberId, bool IsOpen, int Links, int FloorNumber, string FloorName, int Part);
}

/// <param name="FloorNumber">0 where all floors fit one part.</param>
/// <param name="Part">Counted from 0.</param>
/// <param name="People">All of the part.</param>
/// <param name="Open">Of them, who has no password yet.</param>
/// <param name="Links">How many links were ever made for them.</param>
public sealed record SheetPart(int FloorNumber, string FloorName, int Part, int People, int Open, int Links);
