namespace AjsPantry.Tests.Support;

/// <summary>
/// The rows of every table at one time, told apart by their number and by the newest transaction that wrote one of them, so that a
/// test can say that nothing was written meanwhile.
/// </summary>
public sealed class Rows
{
    /// <summary>Written by whoever only looks: when a session was last used, tries at a door, and the engine's own tables.</summary>
    private static readonly string[] Passing = ["sessions", "tries"];

    /// <summary>The same for all copies of the template.</summary>
    private static string? _question;

    private readonly string _database;
    private readonly IReadOnlyDictionary<string, string> _marks;

    private Rows(string database, IReadOnlyDictionary<string, string> marks)
    {
        _database = database;
        _marks = marks;
    }

    public static async Task<Rows> ReadAsync(string database) => new(database, await MarksAsync(database));

    /// <summary>The tables in which something was added, changed or deleted since.</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync()
    {
        var now = await MarksAsync(_database);
        return [.. now.Keys.Where(table => now[table] != _marks[table]).Order(StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyDictionary<string, string>> MarksAsync(string database)
    {
        _question ??= await QuestionAsync(database);
        var marks = await TestServer.ListAsync(database, _question);
        return marks.ToDictionary(mark => mark.Split(' ')[0]);
    }

    private static async Task<string> QuestionAsync(string database)
    {
        var tables = await TestServer.ListAsync(
            database, "SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1");
        return string.Join(" UNION ALL ",
            tables.Except(Passing)
                .Select(table => $"""SELECT '{table} ' || count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) FROM "{table}" """));
    }
}
