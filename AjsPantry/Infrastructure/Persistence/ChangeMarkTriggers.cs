using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// What migrations say about which floor a table's changes leave a mark on, so that pages know that what they remember is old. Triggers do
/// it for each statement, so that no way of writing can forget it.
/// </summary>
public static class ChangeMarkTriggers
{
    private const string OfResidence = "SELECT DISTINCT r.tenant_id, r.tenant_id FROM {0} r";

    /// <summary>What signing in counts on a person's row, which no page shows.</summary>
    private const string Counted =
        "ARRAY['access_failed_count', 'lockout_end', 'security_stamp', 'concurrency_stamp', 'last_code_step']";

    /// <summary>A table of rows of a floor, with the column floor_id; rows that name none are the residence's.</summary>
    public static void MarkFloor(this MigrationBuilder migration, string table) =>
        migration.LeaveMarks(table, "SELECT DISTINCT r.tenant_id, coalesce(r.floor_id, r.tenant_id) FROM {0} r");

    /// <summary>A table of parts of such rows.</summary>
    /// <param name="whole">The table with the floor.</param>
    /// <param name="key">The column that names the row there.</param>
    public static void MarkFloorOf(this MigrationBuilder migration, string table, string whole, string key) =>
        migration.LeaveMarks(table,
            $"SELECT DISTINCT r.tenant_id, w.floor_id FROM {{0}} r JOIN {whole} w ON w.tenant_id = r.tenant_id AND w.id = r.{key}");

    /// <summary>A table of what every floor shows, or of what concerns several, or follows a person from one to another.</summary>
    public static void MarkResidence(this MigrationBuilder migration, string table) => migration.LeaveMarks(table, OfResidence);

    /// <summary>The residences themselves.</summary>
    public static void MarkTenants(this MigrationBuilder migration) => migration.LeaveMarks("tenants", "SELECT r.id, r.id FROM {0} r");

    /// <summary>The people, unless nothing changed but what signing in counts.</summary>
    public static void MarkMembers(this MigrationBuilder migration) => migration.LeaveMarks("members", OfResidence, $"""
        IF TG_OP = 'UPDATE' THEN
          -- In a statement of its own: old rows are known to an update alone.
          IF NOT EXISTS (
              SELECT FROM new_rows n LEFT JOIN old_rows o ON o.id = n.id
              WHERE to_jsonb(n) - {Counted} IS DISTINCT FROM to_jsonb(o) - {Counted}) THEN
            RETURN NULL;
          END IF;
        END IF;
        """);

    /// <summary>Takes them back.</summary>
    public static void LeaveNoMarks(this MigrationBuilder migration, string table) =>
        migration.Sql($"DROP FUNCTION mark_{table}() CASCADE;");

    /// <param name="touched">Asks for tenant and floor of what was changed; {0} is the table of the rows.</param>
    /// <param name="unless">Returns where the change leaves no mark.</param>
    private static void LeaveMarks(this MigrationBuilder migration, string table, string touched, string unless = "")
    {
        migration.Sql($"""
            CREATE FUNCTION mark_{table}() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $mark$
            BEGIN
            {unless}
            IF TG_OP <> 'INSERT' THEN
            {Mark(touched.Replace("{0}", "old_rows", StringComparison.Ordinal))}
            END IF;
            IF TG_OP <> 'DELETE' THEN
            {Mark(touched.Replace("{0}", "new_rows", StringComparison.Ordinal))}
            END IF;
            RETURN NULL;
            END $mark$;
            """);
        migration.Sql(Trigger(table, "INSERT", "NEW TABLE AS new_rows"));
        migration.Sql(Trigger(table, "UPDATE", "OLD TABLE AS old_rows NEW TABLE AS new_rows"));
        migration.Sql(Trigger(table, "DELETE", "OLD TABLE AS old_rows"));
    }

    private static string Trigger(string table, string happening, string rows) => $"""
        CREATE TRIGGER {table}_mark_{happening.ToLowerInvariant()} AFTER {happening} ON {table} REFERENCING {rows}
        FOR EACH STATEMENT EXECUTE FUNCTION mark_{table}();
        """;

    private static string Mark(string touched) => $"""
        INSERT INTO change_marks (tenant_id, id, about_id, transaction, made_at, value)
            SELECT touched.tenant_id, gen_random_uuid(), touched.about_id, pg_current_xact_id()::text::bigint, now(),
                trunc(random() * 2147483647)::int
            FROM ({touched}) AS touched (tenant_id, about_id)
            ON CONFLICT (tenant_id, about_id, transaction, made_at) DO NOTHING;
        """;
}
