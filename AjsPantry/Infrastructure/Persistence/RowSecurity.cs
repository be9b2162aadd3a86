using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>What migrations say about who may touch a table. Each helper names the table once, so a new table is one line.</summary>
public static class RowSecurity
{
    /// <summary>
    /// The condition of every wall. An unset tenant reads as null or as an empty string (PostgreSQL keeps the latter after a
    /// transaction-local setting ends); either way the condition is null and no row passes.
    /// </summary>
    private const string Tenant = "nullif(current_setting('app.tenant_id', true), '')::uuid";

    /// <summary>
    /// Puts a tenant-owned table behind row-level security and lets the application read and write the rows of its tenant.
    /// </summary>
    /// <param name="table">The table's name.</param>
    /// <param name="rights">What the application's role may do; never TRUNCATE, which row-level security does not cover.</param>
    /// <param name="tenantColumn">The column that names the tenant.</param>
    public static void RaiseWall(
        this MigrationBuilder migration, string table, string rights = "SELECT, INSERT, UPDATE, DELETE", string tenantColumn = "tenant_id")
    {
        var condition = $"{tenantColumn} = {Tenant}";
        migration.Sql($"""
            ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
            CREATE POLICY tenant_wall ON {table} USING ({condition}) WITH CHECK ({condition});
            GRANT {rights} ON {table} TO pantry_app;
            """);
    }

    /// <summary>
    /// Lets functions that belong to the owner (SECURITY DEFINER) read a table across tenants. Only for the few lookups that
    /// must work before the tenant is known; each of them returns ids, never rows.
    /// </summary>
    public static void LetLookupsRead(this MigrationBuilder migration, string table) =>
        migration.Sql($"CREATE POLICY owner_lookup ON {table} FOR SELECT TO pantry_owner USING (true);");

    /// <summary>Gives the application's role a table that belongs to no tenant.</summary>
    public static void ShareWithApplication(this MigrationBuilder migration, string table, string rights) =>
        migration.Sql($"GRANT {rights} ON {table} TO pantry_app;");
}
