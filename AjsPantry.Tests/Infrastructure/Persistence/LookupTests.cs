namespace AjsPantry.Tests.Infrastructure.Persistence;

/// <summary>The functions that look across tenants: asked before a tenant is known, or by operators for figures.</summary>
public sealed class LookupTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task No_other_function_acts_with_somebody_elses_rights()
    {
        var names = await AskAsync(
            "SELECT proname::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE prosecdef AND nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1");
        Assert.Equal(
            ["active_tenants", "all_tenants", "find_sign_in", "platform_growth", "platform_health", "platform_tenant", "platform_tenants",
                "platform_watch", "stamp_audit_entry", "tenant_of_member", "tenants_of_code"], names);
    }

    [Fact]
    public async Task What_is_asked_before_a_tenant_is_known_answers_with_ids_only()
    {
        var results = await AskAsync(
            "SELECT pg_get_function_result(oid) FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace AND proname NOT LIKE 'platform%' ORDER BY proname");
        Assert.Equal(
            ["TABLE(tenant_id uuid)", "TABLE(tenant_id uuid)", "TABLE(tenant_id uuid, member_id uuid)", "trigger", "uuid",
                "TABLE(tenant_id uuid)"], results);
    }

    [Fact]
    public async Task Figures_of_all_tenants_are_for_the_platform_only()
    {
        const string question = "SELECT name FROM platform_tenants(now(), NULL, NULL, 0, 50)";
        Assert.Empty(await app.AsAppAsync(null, question));
        Assert.Empty(await app.AsAppAsync("North", question));
        Assert.Equal(2, (await app.AsAppAsync("Platform", question)).Count);
        Assert.Empty(await app.AsAppAsync("North", $"SELECT name FROM platform_tenants(now(), NULL, '{Cast.TenantId("North")}', 0, 1)"));
        Assert.Empty(await app.AsAppAsync(null, "SELECT people::text FROM platform_growth('2026-03-01')"));
        Assert.Equal(12, (await app.AsAppAsync("Platform", "SELECT people::text FROM platform_growth('2026-03-01')")).Count);
        Assert.Equal(["North House", "South House"],
            await app.AsAppAsync("Platform", "SELECT name FROM platform_tenants(now(), NULL, NULL, 0, 50)"));
    }

    [Fact]
    public async Task Growth_counts_who_was_there_at_the_end_of_a_month()
    {
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database), """
            UPDATE members SET created_at = '2024-02-29 23:59:59.9Z', deactivated_at = '2024-05-01 00:00Z' WHERE number = 'S1-member';
            UPDATE members SET created_at = '2024-03-01 00:00Z', deactivated_at = '2024-04-30 23:59:59.9Z' WHERE number = 'N1-member'
            """);
        Assert.Equal(
            ["2024-01-01: 0", "2024-02-01: 1", "2024-03-01: 2", "2024-04-01: 1", "2024-05-01: 0"],
            (await app.AsAppAsync("Platform", "SELECT month || ': ' || people FROM platform_growth('2024-05-01') ORDER BY month"))
                .Cast<string>().TakeLast(5));
    }

    [Fact]
    public async Task Only_the_application_may_call_them()
    {
        var callers = await AskAsync("""
            SELECT DISTINCT CASE WHEN acl.grantee = 0 THEN 'PUBLIC' ELSE acl.grantee::regrole::text END
            FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
            WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace ORDER BY 1
            """);
        Assert.Equal(["pantry_app", "pantry_owner"], callers);
    }

    [Fact]
    public async Task They_look_in_fixed_schemas_only()
    {
        var paths = await AskAsync(
            "SELECT DISTINCT array_to_string(proconfig, ';') FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace");
        Assert.Equal(["search_path=pg_catalog, public"], paths);
    }

    [Theory]
    [InlineData("n1-HEAD", 1)]
    [InlineData("N1-Head@North.Example", 1)]
    [InlineData("%", 0)]
    [InlineData("n1-%", 0)]
    [InlineData("north/N1-head", 1)]
    [InlineData("NORTH/n1-HEAD", 1)]
    [InlineData("south/n1-head", 0)]
    [InlineData("/n1-head", 0)]
    [InlineData("north/", 0)]
    [InlineData("north/%", 0)]
    [InlineData("", 0)]
    public async Task A_name_is_found_whole_or_not_at_all(string typed, int found)
    {
        Assert.Equal(found, (await app.AsAppAsync(null, $"SELECT member_id FROM find_sign_in('{typed}', 1000)")).Count);
    }

    [Fact]
    public async Task Active_tenants_are_neither_suspended_nor_the_platform()
    {
        Assert.Equal(
            [Cast.TenantId("North"), Cast.TenantId("South")], await app.AsAppAsync(null, "SELECT tenant_id FROM active_tenants()"));
        await app.AsAppAsync("South", "UPDATE tenants SET suspended_at = now(), suspend_reason = 'A test'");
        Assert.Equal([Cast.TenantId("North")], await app.AsAppAsync(null, "SELECT tenant_id FROM active_tenants()"));
    }

    [Fact]
    public async Task All_tenants_are_the_suspended_and_the_platform_too()
    {
        await app.AsAppAsync("South", "UPDATE tenants SET suspended_at = now(), suspend_reason = 'A test'");
        var all = await app.AsAppAsync(null, "SELECT tenant_id FROM all_tenants()");
        Assert.Equal(3, all.Count);
        Assert.Contains(Cast.TenantId("South"), all);
        Assert.Contains(Cast.TenantId("Platform"), all);
    }

    private async Task<IEnumerable<string>> AskAsync(string sql) =>
        (await Sql.RowsAsync(TestServer.AsSuperuser(app.Database), null, sql)).Cast<string>();
}
