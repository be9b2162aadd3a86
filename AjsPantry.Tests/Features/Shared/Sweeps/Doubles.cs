using System.Text.Json;
using System.Text.RegularExpressions;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>
/// Everything of North's first floor once more, on another floor and in another residence, with a mark in all its words. Rows are
/// copied as they stand, so whatever a page shows of the first floor it would show of its double, were a condition forgotten.
/// </summary>
internal sealed partial class Doubles
{
    /// <summary>In the words of the double on another floor of North. Its people have numbers of their own.</summary>
    public const string OfFloor = "Zqfloorx";

    /// <summary>The number of that floor.</summary>
    public const int FloorNumber = 3;

    /// <summary>In the words of the double in another residence, whose rows have the same ids.</summary>
    public const string OfResidence = "Zqhousex";

    /// <summary>What the things of a sweep, and the people of North, have in their words.</summary>
    private static readonly string[] Marked = ["Sweep", "North"];

    /// <summary>What a residence has in common; and secrets, of which no two are alike.</summary>
    private static readonly string[] NotOfFloor =
        ["tenants", "floors", "dishes", "dish_ingredients", "member_imports", "job_runs", "sessions", "invitations", "calendar_feeds",
            "member_claims", "member_logins", "member_tokens"];

    private readonly Dictionary<Guid, Guid> _doubleOf = [];

    private Doubles()
    {
    }

    public static Guid Residence { get; } = new("0190a000-0000-7000-8000-000000000009");

    /// <summary>Tables of which no row has a mark, so that a leak of them would not be seen.</summary>
    public IReadOnlyList<string> Unmarked { get; private set; } = [];

    /// <summary>The id of a thing's double on the other floor; the thing's own where the residence has it in common.</summary>
    public Guid this[Guid id] => _doubleOf.GetValueOrDefault(id, id);

    /// <summary>Copies the first floor of North, as it stands.</summary>
    public static async Task<Doubles> MakeAsync(PantryApp app)
    {
        var doubles = new Doubles();
        var tables = await TestServer.ListAsync(
            app.Database,
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'tenant_id' ORDER BY 1");
        var rows = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var table in tables)
            rows[table] = await TestServer.ListAsync(
                app.Database, $"SELECT to_jsonb(one)::text FROM {table} AS one WHERE tenant_id = '{Cast.TenantId("North")}'");
        await CopyResidenceAsync(app, rows);
        await doubles.CopyFloorAsync(app, rows);
        return doubles;
    }

    private static async Task WriteAsync(PantryApp app, string table, IEnumerable<string> rows)
    {
        // Triggers and foreign keys sleep: the rows were let in once already.
        await TestServer.WriteAsync(app.Database, $"""
            BEGIN; SET LOCAL session_replication_role = replica;
            INSERT INTO {table} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::{table}, $rows$[{string.Join(',', rows)}]$rows$::jsonb);
            COMMIT
            """);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    /// <summary>As the words are written, in capitals and in small letters; some names are kept in one of them.</summary>
    private static string Mark(string row, string mark) => Marked.Aggregate(row, (words, word) => words
        .Replace(word, mark, StringComparison.Ordinal)
        .Replace(word.ToUpperInvariant(), mark.ToUpperInvariant(), StringComparison.Ordinal)
        .Replace(word.ToLowerInvariant(), mark.ToLowerInvariant(), StringComparison.Ordinal));

    private static async Task CopyResidenceAsync(PantryApp app, Dictionary<string, IReadOnlyList<string>> rows)
    {
        var people = (await TestServer.ListAsync(app.Database, "SELECT id::text FROM members")).ToHashSet();
        var tenant = await TestServer.ListAsync(
            app.Database, $"SELECT to_jsonb(one)::text FROM tenants AS one WHERE id = '{Cast.TenantId("North")}'");
        // That there is another residence, and how it is called, is no secret from those who run the installation.
        await WriteAsync(app, "tenants",
            tenant.Select(row => row.Replace($"{Cast.TenantId("North")}", $"{Residence}", StringComparison.Ordinal)
                .Replace("\"north\"", "\"double\"", StringComparison.Ordinal).Replace("North", "Double", StringComparison.Ordinal)));
        foreach (var (table, ofTable) in rows)
        {
            if (table is not ("sessions" or "member_claims" or "member_logins"))
                await WriteAsync(app, table, ofTable.Select(row => InNames(Mark(Id().Replace(row, id => OfOther(id.Value)), OfResidence))));
        }

        // The name of an account begins with the residence.
        static string InNames(string row) =>
            row.Replace($"{Cast.TenantId("North"):N}", $"{Residence:N}", StringComparison.OrdinalIgnoreCase);
        // A person's id is nobody else's in the whole installation.
        string OfOther(string id) =>
            id == $"{Cast.TenantId("North")}" ? $"{Residence}" : people.Contains(id) ? $"{id[..^1]}{(id[^1] == 'f' ? 'e' : 'f')}" : id;
    }

    private async Task CopyFloorAsync(PantryApp app, Dictionary<string, IReadOnlyList<string>> rows)
    {
        var first = (await app.FloorAsync("North", 1)).Id;
        var other = Guid.CreateVersion7();
        _doubleOf[first] = other;
        var ofFloor = rows.Where(table => !NotOfFloor.Contains(table.Key)).ToDictionary(table => table.Key, _ => new HashSet<string>());
        // What names something of the floor is of the floor too, until nothing more is found.
        for (var found = -1; found != _doubleOf.Count;)
        {
            found = _doubleOf.Count;
            foreach (var (table, taken) in ofFloor)
            {
                foreach (var row in rows[table].Where(row => Id().Matches(row).Any(id => _doubleOf.ContainsKey(Guid.Parse(id.Value)))))
                {
                    taken.Add(row);
                    foreach (var own in OwnIds(row))
                        _doubleOf.TryAdd(own, Guid.CreateVersion7());
                }
            }
        }

        await WriteAsync(app, "floors",
            [$$"""{"tenant_id":"{{Cast.TenantId("North")}}","id":"{{other}}","number":{{FloorNumber}},"name":"Floor {{FloorNumber}}","created_at":"2025-03-15T09:00:00Z"}"""]);
        foreach (var (table, taken) in ofFloor)
            await WriteAsync(app, table, taken.Select(Double));
        // A week that shows one meal at each time of the day would drop the double, or show it in the place of the first floor's own.
        await TestServer.WriteAsync(app.Database, $"UPDATE menus SET meal = 'dinner' WHERE floor_id = '{other}'");
        Unmarked = [.. ofFloor.Where(table => !table.Value.Any(row => Double(row).Contains(OfFloor, StringComparison.OrdinalIgnoreCase)))
            .Select(table => table.Key)];
    }

    /// <summary>A row's own id, and that of the form that it came by.</summary>
    private static IEnumerable<Guid> OwnIds(string row)
    {
        using var read = JsonDocument.Parse(row);
        foreach (var name in (string[])["id", "submission_id"])
        {
            if (read.RootElement.TryGetProperty(name, out var id) && id.ValueKind == JsonValueKind.String)
                yield return id.GetGuid();
        }
    }

    private string Double(string row) =>
        Mark(Id().Replace(row, id => $"{this[Guid.Parse(id.Value)]}"), OfFloor).Replace("N1-", "Z3-", StringComparison.Ordinal)
            .Replace("n1-", "z3-", StringComparison.Ordinal);
}
