using System.Data;
using System.Text;
using Npgsql;

namespace AjsPantry.Tests.Support;

/// <summary>The rows of a table at one time.</summary>
/// <param name="Columns">Those that one writes.</param>
/// <param name="Json">The rows; null for none.</param>
internal sealed record KeptRows(string Table, string Columns, string? Json);

/// <summary>The rows of every table at one time, and where its numbers go on.</summary>
public sealed class RowSnapshot
{
    private static int _made;

    internal RowSnapshot(IReadOnlyList<KeptRows> tables, IReadOnlyList<string> restarts)
    {
        Name = $"put_back_{Interlocked.Increment(ref _made)}";
        var body = new StringBuilder();
        foreach (var table in tables)
            body.Append(table.Json is null ? Emptied(table.Table) : Rewritten(table));
        foreach (var restart in restarts)
            body.Append(restart);
        Function = $"CREATE FUNCTION pg_temp.{Name}() RETURNS void LANGUAGE plpgsql AS $put_back$ BEGIN\n{body}END $put_back$";
    }

    /// <summary>Of a function that puts the rows back, in the connection that made it.</summary>
    internal string Name { get; }

    /// <summary>Makes the function.</summary>
    internal string Function { get; }

    private static string Emptied(string table) => $"IF EXISTS (SELECT FROM {table}) THEN DELETE FROM {table}; END IF;\n";

    /// <summary>
    /// Only where somebody wrote since: rows that were written again carry the number of the transaction that did it, and whoever
    /// changes, adds or deletes one leaves another number or another count.
    /// </summary>
    private string Rewritten(KeptRows rows)
    {
        var mark = $"put_back.{rows.Table.Replace('.', '_').Replace("\"", "", StringComparison.Ordinal)}";
        var stand = $"(SELECT concat('{Name} ', count(*), ' ', min(xmin::text), ' ', max(xmin::text)) FROM {rows.Table})";
        return $"""
            IF current_setting('{mark}', true) IS DISTINCT FROM {stand} THEN
              DELETE FROM {rows.Table};
              INSERT INTO {rows.Table} ({rows.Columns}) OVERRIDING SYSTEM VALUE
                SELECT {rows.Columns} FROM json_populate_recordset(NULL::{rows.Table}, $rows${rows.Json}$rows$);
              PERFORM set_config('{mark}', {stand}, false);
            END IF;

            """;
    }
}

/// <summary>
/// Puts the rows of one database back. It has a connection of its own, in which triggers and foreign keys sleep and the plans of what
/// it does are kept: it is called before every test.
/// </summary>
internal sealed class RowReset(string superuser) : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection = new(new NpgsqlConnectionStringBuilder(superuser)
    {
        Options = "-c session_replication_role=replica -c lock_timeout=20s",
        IncludeErrorDetail = true,
    }.ConnectionString);

    private readonly HashSet<string> _known = [];
    private readonly Lock _lock = new();

    public void PutBack(RowSnapshot to)
    {
        lock (_lock)
        {
            if (_connection.State != ConnectionState.Open)
                _connection.Open();
            if (_known.Add(to.Name))
                Run(to.Function);
            Run($"SELECT pg_temp.{to.Name}()");
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }
}
