using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// What operators see of the installation as a whole: figures over all tenants and not one of their rows. It changes no table,
/// so it needs no picture of the model beside it.
/// </summary>
[DbContext(typeof(PantryDb))]
[Migration("20261122190000_PlatformHealth")]
public sealed class PlatformHealth : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE FUNCTION platform_health() RETURNS TABLE (
            tenants bigint, people bigint, database_bytes bigint, database_version text, failed_runs bigint, waiting_mails bigint, oldest_mail_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT (SELECT count(*) FROM public.tenants t WHERE t.suspended_at IS NULL AND NOT t.is_platform),
                (SELECT count(*) FROM public.members m JOIN public.tenants t ON t.id = m.tenant_id
                    WHERE m.deactivated_at IS NULL AND t.suspended_at IS NULL AND NOT t.is_platform),
                pg_database_size(current_database()),
                current_setting('server_version'),
                (SELECT count(*) FROM public.job_runs j WHERE j.state = 'Failed'),
                count(o.id), min(o.created_at)
            FROM (SELECT 1 AS one FROM public.tenants p WHERE p.is_platform AND p.id = nullif(current_setting('app.tenant_id', true), '')::uuid) AS asker
            LEFT JOIN public.outbox_mails o ON o.sent_at IS NULL
            HAVING count(asker.one) > 0
        $$;

        REVOKE ALL ON FUNCTION platform_health() FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION platform_health() TO pantry_app;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP FUNCTION platform_health();");
}
