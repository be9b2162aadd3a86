namespace AjsPantry.Tests.Infrastructure.Persistence;

/// <summary>What each of the three roles of the database can and cannot do.</summary>
public sealed class DatabaseRoleTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("ALTER TABLE bills DISABLE ROW LEVEL SECURITY")]
    [InlineData("ALTER TABLE bills NO FORCE ROW LEVEL SECURITY")]
    [InlineData("ALTER POLICY tenant_wall ON bills USING (true)")]
    [InlineData("DROP POLICY tenant_wall ON bills")]
    [InlineData("CREATE POLICY hole ON bills USING (true)")]
    [InlineData("ALTER TABLE bills DISABLE TRIGGER ALL")]
    [InlineData("DROP TABLE bills")]
    [InlineData("TRUNCATE bills CASCADE")]
    [InlineData("TRUNCATE sessions")]
    [InlineData("CREATE TABLE loot (id uuid)")]
    [InlineData("CREATE TEMPORARY TABLE loot (id uuid)")]
    [InlineData("CREATE VIEW loot AS SELECT 1")]
    [InlineData("CREATE FUNCTION loot() RETURNS integer LANGUAGE sql AS 'SELECT 1'")]
    [InlineData("CREATE SCHEMA loot")]
    [InlineData("SET ROLE pantry_owner")]
    [InlineData("SET ROLE pantry_ops")]
    [InlineData("SET SESSION AUTHORIZATION postgres")]
    [InlineData("ALTER ROLE pantry_app BYPASSRLS")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("COPY bills TO PROGRAM 'cat'")]
    [InlineData("SELECT pg_read_file('/etc/hostname')")]
    public Task The_application_cannot_lower_a_wall(string sql) => AssertRefusedAsync(sql);

    [Theory]
    [InlineData("DELETE FROM bills")]
    [InlineData("DELETE FROM floors")]
    [InlineData("DELETE FROM members")]
    [InlineData("DELETE FROM tenants")]
    [InlineData("DELETE FROM reports")]
    [InlineData("UPDATE reports SET spent = 0")]
    [InlineData("DELETE FROM report_files")]
    [InlineData("UPDATE report_files SET content = ''")]
    [InlineData("DELETE FROM audit_entries")]
    [InlineData("UPDATE audit_entries SET actor_name = 'Somebody else'")]
    [InlineData("UPDATE data_protection_keys SET xml = ''")]
    [InlineData("DELETE FROM \"__EFMigrationsHistory\"")]
    public Task The_application_cannot_unmake_what_is_kept_for_good(string sql) => AssertRefusedAsync(sql);

    [Fact]
    public async Task Row_level_security_cannot_be_switched_off_for_a_session()
    {
        Assert.Equal(Sql.NotAllowed, await app.RefusalAsync("North", "SET row_security = off; SELECT count(*) FROM bills"));
    }

    [Fact]
    public async Task The_owner_sees_no_bills()
    {
        await app.RecordAsync("North", 1, BillActs.One(100));
        Assert.Equal(0L, Assert.Single(await Sql.RowsAsync(TestServer.AsOwner(app.Database), null, "SELECT count(*) FROM bills")));
        Assert.Equal(0L, Assert.Single(await Sql.RowsAsync(TestServer.AsOwner(app.Database), null, "SELECT count(*) FROM bill_lines")));
    }

    [Fact]
    public async Task The_owners_view_shows_no_more_than_the_tenants_own_rows()
    {
        await app.RecordAsync("North", 1, BillActs.One(100));
        await app.RecordAsync("South", 1, BillActs.One(100));
        await TestServer.ExecuteAsync(TestServer.AsOwner(app.Database),
            "CREATE VIEW every_bill AS SELECT tenant_id FROM bills; GRANT SELECT ON every_bill TO pantry_app");
        var seen = await app.AsAppAsync("North", "SELECT * FROM every_bill");
        var seenByNobody = await app.AsAppAsync(null, "SELECT * FROM every_bill");
        await TestServer.ExecuteAsync(TestServer.AsOwner(app.Database), "DROP VIEW every_bill");
        Assert.Equal(Cast.TenantId("North"), Assert.Single(seen.Distinct()));
        Assert.Empty(seenByNobody);
    }

    [Fact]
    public async Task Backup_sees_every_tenant()
    {
        await app.RecordAsync("North", 1, BillActs.One(100));
        await app.RecordAsync("South", 1, BillActs.One(100));
        var seen = (await Sql.RowsAsync(TestServer.AsOps(app.Database), null, "SELECT tenant_id FROM bills")).Distinct();
        Assert.Equal(2, seen.Count());
    }

    [Theory]
    [InlineData("INSERT INTO data_protection_keys (xml) VALUES ('')")]
    [InlineData("UPDATE members SET name = 'Taken'")]
    [InlineData("DELETE FROM sessions")]
    [InlineData("TRUNCATE bills CASCADE")]
    [InlineData("CREATE TABLE loot (id uuid)")]
    [InlineData("ALTER TABLE bills DISABLE ROW LEVEL SECURITY")]
    [InlineData("SELECT * FROM active_tenants()")]
    [InlineData("SELECT * FROM all_tenants()")]
    public async Task Backup_writes_nothing(string sql) =>
        Assert.Equal(Sql.NotAllowed, await Sql.RefusalAsync(TestServer.AsOps(app.Database), null, sql));

    private async Task AssertRefusedAsync(string sql) => Assert.Equal(Sql.NotAllowed, await app.RefusalAsync("North", sql));
}
