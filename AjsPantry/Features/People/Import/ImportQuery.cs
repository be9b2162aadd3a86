using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Import;

/// <summary>Reads imports and, out of their JSON, the rows that a page shows; the rest stays in the database.</summary>
public sealed class ImportQuery(PantryDb db)
{
    public const int PerPage = 50;

    /// <returns>Null when the tenant has no such import.</returns>
    public Task<ImportView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.MemberImports.Where(import => import.Id == id).Select(import => new ImportView(
            import.Id, import.FileName, import.RequestedBy!.Name, import.CreatedAt, import.FinishedAt, import.State, import.Total,
            import.Done, import.Added, import.Error))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The latest imports, newest first.</summary>
    public Task<List<ImportView>> LatestAsync(int most, CancellationToken cancellationToken) =>
        db.MemberImports.OrderByDescending(import => import.CreatedAt).ThenByDescending(import => import.Id).Take(most)
            .Select(import => new ImportView(
            import.Id, import.FileName, import.RequestedBy!.Name, import.CreatedAt, import.FinishedAt, import.State, import.Total,
            import.Done, import.Added, import.Error))
            .ToListAsync(cancellationToken);

    /// <summary>The floors that a list may name.</summary>
    public Task<List<FloorView>> FloorsAsync(CancellationToken cancellationToken) =>
        db.Floors.Where(floor => floor.ArchivedAt == null).OrderBy(floor => floor.Number)
            .Select(floor => new FloorView(floor.Id, floor.Number, floor.Name)).ToListAsync(cancellationToken);

    public async Task<RowCounts> CountAsync(Guid id, CancellationToken cancellationToken)
    {
        var counts = await db.Database.SqlQuery<StateCount>($"""
            SELECT e->>'state' AS state, count(*)::int AS count, count(*) FILTER (WHERE jsonb_array_length(e->'problems') > 0)::int AS noted
            FROM member_imports i, jsonb_array_elements(i.rows) AS e
            WHERE i.tenant_id = {db.TenantId} AND i.id = {id}
            GROUP BY 1
            """).ToListAsync(cancellationToken);
        int Of(RowState state) => counts.Find(count => count.State == state.ToString())?.Count ?? 0;
        var late = counts.Find(count => count.State == nameof(RowState.Here))?.Noted ?? 0;
        return new(Of(RowState.Add), Of(RowState.Here), Of(RowState.Problem), Of(RowState.Failed), late, Of(RowState.Left));
    }

    /// <summary>One page of rows: problems first, then those already here, then those to add; within each as in the file.</summary>
    /// <param name="all">False for those only that need somebody's attention.</param>
    public Task<List<RowView>> RowsAsync(Guid id, PageNumbers numbers, bool all, CancellationToken cancellationToken) =>
        numbers.Cut(
            Rows(id).Where(row => all || (row.State != nameof(RowState.Here) && row.State != nameof(RowState.Add)))
                .OrderBy(row => row.Rank).ThenBy(row => row.Place)).ToListAsync(cancellationToken);

    /// <summary>Every row that somebody must mend, as in the file.</summary>
    public Task<List<RowView>> ProblemsAsync(Guid id, CancellationToken cancellationToken) =>
        Rows(id).Where(row => row.State == nameof(RowState.Problem) || row.State == nameof(RowState.Failed)).OrderBy(row => row.Place)
            .ToListAsync(cancellationToken);

    /// <summary>What did not come in though it could when it was checked: at most as many as a page shows.</summary>
    public Task<List<RowView>> LateAsync(Guid id, CancellationToken cancellationToken) =>
        Rows(id).Where(row => row.State == nameof(RowState.Failed) || (row.State == nameof(RowState.Here) && row.Problems.Length > 0))
            .OrderBy(row => row.Rank).ThenBy(row => row.Place).Take(PerPage).ToListAsync(cancellationToken);

    private IQueryable<RowView> Rows(Guid id) => db.Database.SqlQuery<RowView>($"""
        SELECT (e->'row'->>'line')::int AS line, e->'row'->>'number' AS number, e->'row'->>'name' AS name, e->'row'->>'mail' AS mail, e->'row'->>'phone' AS phone,
            e->'row'->>'floor' AS floor, e->'row'->>'role' AS role, coalesce(e->'row'->>'room', '') AS room, e->>'state' AS state, ARRAY(SELECT jsonb_array_elements_text(e->'problems')) AS problems,
            array_position(ARRAY['Problem', 'Failed', 'Left', 'Here', 'Add'], e->>'state') AS rank, place, f.name AS lives_on
        FROM member_imports i CROSS JOIN jsonb_array_elements(i.rows) WITH ORDINALITY AS r(e, place)
        LEFT JOIN floors f ON f.tenant_id = i.tenant_id AND f.id = (e->>'floorId')::uuid
        WHERE i.tenant_id = {db.TenantId} AND i.id = {id}
        """);

    private sealed record StateCount(string State, int Count, int Noted);
}

public sealed record ImportView(
    Guid Id, string FileName, string RequestedBy, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt, MemberImportState State, int Total,
    int Done, int Added, string? Error)
{
    /// <summary>The page that shows an import in its present state.</summary>
    public string Page => State switch
    {
        MemberImportState.Checked => "/People/Import/Check",
        MemberImportState.Done => "/People/Import/Results/Result",
        _ => "/People/Import/Progress",
    };
}

/// <param name="Left">Rows, columns and sheets that were not read.</param>
/// <param name="Late">Of those here, the ones who came after the check.</param>
public sealed record RowCounts(int Add, int Here, int Problem, int Failed, int Late, int Left)
{
    public int All => Add + Here + Problem + Failed + Left;
}

/// <param name="State">The name of a <see cref="RowState"/>.</param>
/// <param name="Rank">What needs somebody's attention first.</param>
/// <param name="Place">The order of the file.</param>
/// <param name="LivesOn">The name of the floor that is meant; null when none is, or none that there is.</param>
public sealed record RowView(
    int Line, string Number, string Name, string Mail, string Phone, string Floor, string Role, string Room, string State,
    string[] Problems, int Rank, long Place, string? LivesOn);
