using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// Which tenant is the platform's own: asked by the command that adds an operator and by work that visits every tenant, neither of
/// which knows a tenant yet. Changes no table, so the model's snapshot stays as it is.
/// </summary>
[DbContext(typeof(PantryDb))]
[Migration("20261122204000_PlatformTenant")]
public sealed class PlatformTenant : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE FUNCTION platform_tenant() RETURNS uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT t.id FROM public.tenants t WHERE t.is_platform
        $$;
        REVOKE ALL ON FUNCTION platform_tenant() FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION platform_tenant() TO pantry_app;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP FUNCTION platform_tenant();");
}
