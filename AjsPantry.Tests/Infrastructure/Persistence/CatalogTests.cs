using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Persistence;

/// <summary>
/// Asks PostgreSQL's own catalog about every table, so that a table that is added later is asked too. Each exception stands here with its
/// reason.
/// </summary>
public sealed partial class CatalogTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Condition = "= (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)";

    /// <summary>Tables of the whole installation.</summary>
    private static readonly string[] Shared =
    [
        "__EFMigrationsHistory", // which migrations have run
        "tries",                 // counted before anybody's tenant is known; hashes and numbers only
        "data_protection_keys",  // seals cookies before anybody's tenant is known
        "maintenance_runs",      // backups and restore tests of the whole installation
        "alerts",                // what operators were told of it
    ];

    /// <summary>Tables that the owner's functions read across tenants.</summary>
    private static readonly string[] ReadByLookups =
    [
        "tenants", "members", // signing in; which tenants are active; what operators count
        "floors", "sessions", "audit_entries", "job_runs", "outbox_mails", // what operators count
    ];

    /// <summary>Unique keys that do not begin with the tenant.</summary>
    private static readonly string[] UniqueOverAll =
    [
        "pk_tenants",          // the tenant's own key
        "ix_tenants_code",     // operators give codes, which are unique over the installation
        "ix_tenants_is_platform", // there is one platform
        "pk_members",          // Identity finds members by id; (tenant_id, id) is unique beside it
        "UserNameIndex",       // begins with the tenant's code
        "pk_member_claims",    // Identity's own keys: a number from a sequence,
        "pk_member_logins",    // a provider of external sign-in, of which there is none,
        "pk_member_tokens",    // and the member's id
    ];

    [Fact]
    public async Task Every_table_is_a_tenants_or_shared_by_all()
    {
        var tables = await AskAsync("SELECT relname::text FROM every_table");
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(tables.Except(Shared),
            StartupCheck.TenantTables(scope.ServiceProvider.GetRequiredService<PantryDb>()).Order(StringComparer.Ordinal));
        Assert.Subset(tables.ToHashSet(), Shared.ToHashSet());
    }

    [Fact]
    public Task Every_row_has_a_tenant() => AssertNoneAsync("""
        SELECT relname::text FROM t WHERE NOT EXISTS (
            SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnotnull AND a.atttypid = 'uuid'::regtype
                AND a.attname = CASE relname WHEN 'tenants' THEN 'id' ELSE 'tenant_id' END)
        """);

    [Fact]
    public Task Every_row_names_a_tenant_that_exists() => AssertNoneAsync("""
        SELECT relname::text FROM t WHERE relname <> 'tenants' AND NOT EXISTS (
            SELECT FROM pg_constraint c WHERE c.conrelid = t.oid AND c.confrelid = 'tenants'::regclass AND c.contype = 'f' AND c.convalidated)
        """);

    [Fact]
    public Task Every_wall_stands_and_binds_the_owner_too() =>
        AssertNoneAsync("SELECT relname::text FROM t WHERE NOT (relrowsecurity AND relforcerowsecurity)");

    [Fact]
    public Task Every_wall_compares_the_tenant_for_reading_and_for_writing() => AssertNoneAsync($$"""
        SELECT relname::text FROM t WHERE NOT EXISTS (
            SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polname = 'tenant_wall' AND p.polpermissive AND p.polcmd = '*' AND p.polroles = '{0}'
                AND pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid)
                AND pg_get_expr(p.polqual, p.polrelid) = CASE relname WHEN 'tenants' THEN '(id ' ELSE '(tenant_id ' END || $${{Condition}}$$)
        """);

    [Fact]
    public async Task Nothing_else_lets_rows_through_but_the_owners_lookups()
    {
        var others = await AskAsync(
            "SELECT relname || ': ' || polname || ' to ' || array_to_string(polroles::regrole[], ',') || ' for ' || polcmd::text FROM pg_policy p JOIN t ON t.oid = p.polrelid WHERE polname <> 'tenant_wall'");
        // Migrations change rows of every tenant, and leave marks of it.
        string[] expected = [.. ReadByLookups.Select(table => $"{table}: owner_lookup to pantry_owner for r"),
            "change_marks: owner_marks to pantry_owner for a", "search_words: owner_words to pantry_owner for *"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), others);
    }

    [Fact]
    public Task No_table_belongs_to_the_application() =>
        AssertNoneAsync("SELECT relname::text FROM every_table WHERE relowner <> 'pantry_owner'::regrole");

    [Fact]
    public Task Nobody_but_the_owner_may_truncate_or_refer_or_add_triggers() => AssertNoneAsync("""
        SELECT relname || ': ' || acl.grantee::regrole || ' ' || acl.privilege_type FROM every_table t, aclexplode(t.relacl) acl
        WHERE acl.grantee <> t.relowner AND (acl.privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE') OR acl.grantee <> 'pantry_app'::regrole)
            -- Scripts note what they did, and change nothing that was noted.
            AND NOT (relname = 'maintenance_runs' AND acl.grantee = 'pantry_ops'::regrole AND acl.privilege_type IN ('SELECT', 'INSERT'))
        """);

    [Fact]
    public async Task Every_unique_key_begins_with_the_tenant()
    {
        var overAll = await AskAsync("""
            SELECT i.relname::text FROM t JOIN pg_index x ON x.indrelid = t.oid AND x.indisunique JOIN pg_class i ON i.oid = x.indexrelid
            LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
            WHERE a.attname IS DISTINCT FROM 'tenant_id'
            """);
        Assert.Equal(UniqueOverAll.Order(StringComparer.Ordinal), overAll);
    }

    [Fact]
    public Task Every_foreign_key_carries_the_tenant_on_both_sides() => AssertNoneAsync("""
        SELECT conname::text FROM pg_constraint c JOIN t ON t.oid = c.conrelid
        WHERE c.contype = 'f' AND c.confrelid <> 'tenants'::regclass AND NOT EXISTS (
            SELECT FROM unnest(c.conkey, c.confkey) AS pair (own, other)
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = pair.own AND a.attname = 'tenant_id'
            JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = pair.other AND b.attname = 'tenant_id')
        """);

    /// <summary>A name that no rule has catches nothing: what it was to catch would reach people as an error.</summary>
    [Fact]
    public async Task Every_rule_that_the_code_names_is_there()
    {
        var rules = await AskAsync("""
            SELECT conname::text FROM pg_constraint UNION SELECT relname::text FROM pg_class WHERE relkind = 'i'
            -- A trigger refuses in the name of a rule of its own.
            UNION SELECT (regexp_matches(prosrc, $$CONSTRAINT = '(\w+)'$$, 'g'))[1] FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            """);
        var named = Sources.Files("AjsPantry", "*.cs").SelectMany(file => RuleName().Matches(File.ReadAllText(file)))
            .Select(name => name.Groups[1].Value).ToHashSet();
        Assert.InRange(named.Count, 100, 1000);
        Assert.Empty(named.Except(rules));
    }

    [GeneratedRegex("\"((?:ux|ix|ck|ex|fk|ak|pk)_[a-z0-9_]+)\"")]
    private static partial Regex RuleName();

    private async Task AssertNoneAsync(string sql) => Assert.Empty(await AskAsync(sql));

    /// <summary>In the query, every_table is each table and partition of the schema, and t each that is not shared.</summary>
    private async Task<List<string>> AskAsync(string sql)
    {
        var tables = $"""
            WITH every_table AS (SELECT * FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'f')),
                 t AS (SELECT * FROM every_table WHERE relname NOT IN ('{string.Join("', '", Shared)}'))
            """;
        var rows = await Sql.RowsAsync(TestServer.AsSuperuser(app.Database), null, tables + sql);
        return [.. rows.Cast<string>().Order(StringComparer.Ordinal)];
    }
}
