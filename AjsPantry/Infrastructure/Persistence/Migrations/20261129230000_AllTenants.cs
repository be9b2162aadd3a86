using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// For the nightly clean-up: every tenant's id, since what a suspended residence keeps about its people grows old as well, and the right
/// to delete old runs of jobs. Changes no table, so the model's snapshot stays as it is.
/// </summary>
[DbContext(typeof(PantryDb))]
[Migration("20261129230000_AllTenants")]
public sealed class AllTenants : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE FUNCTION all_tenants() RETURNS TABLE (tenant_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT t.id FROM public.tenants t
        $$;
        REVOKE ALL ON FUNCTION all_tenants() FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION all_tenants() TO pantry_app;
        GRANT DELETE ON job_runs TO pantry_app;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("REVOKE DELETE ON job_runs FROM pantry_app; DROP FUNCTION all_tenants();");
}
