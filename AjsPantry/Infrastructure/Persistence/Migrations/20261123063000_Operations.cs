using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// What looks after the installation: runs of backups and restore drills, which their scripts note as pantry_ops, and alerts that are
/// open or were. Neither belongs to a tenant nor to the model; both are read by name.
/// </summary>
[DbContext(typeof(PantryDb))]
[Migration("20261123063000_Operations")]
public sealed class Operations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE maintenance_runs (
                id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_maintenance_runs PRIMARY KEY,
                kind text NOT NULL CONSTRAINT ck_maintenance_runs_kind CHECK (kind IN ('backup', 'restore_drill', 'second_copy')),
                node text NOT NULL DEFAULT '',
                started_at timestamptz NOT NULL,
                finished_at timestamptz NOT NULL,
                succeeded boolean NOT NULL,
                detail text NOT NULL DEFAULT '' CONSTRAINT ck_maintenance_runs_detail CHECK (length(detail) <= 2000),
                bytes bigint);
            CREATE INDEX ix_maintenance_runs_kind_finished_at ON maintenance_runs (kind, finished_at DESC);
            CREATE TABLE alerts (
                kind text CONSTRAINT pk_alerts PRIMARY KEY,
                since timestamptz NOT NULL,
                cleared_at timestamptz,
                words text NOT NULL);
            DO $$ BEGIN
                IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'pantry_ops') THEN
                    GRANT SELECT, INSERT ON maintenance_runs TO pantry_ops;
                END IF;
            END $$;

            CREATE FUNCTION platform_watch(at timestamptz) RETURNS TABLE (stuck_mails bigint, mail_due_since timestamptz, failed_runs bigint)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT count(o.id) FILTER (WHERE o.attempts >= 3 AND o.created_at > at - interval '2 days'),
                    min(o.next_try_at) FILTER (WHERE o.attempts = 0 AND o.next_try_at <= at),
                    (SELECT count(*) FROM public.job_runs j WHERE j.state = 'Failed' AND j.queued_at > at - interval '1 day')
                FROM (SELECT 1 AS one FROM public.tenants p WHERE p.is_platform AND p.id = nullif(current_setting('app.tenant_id', true), '')::uuid) AS asker
                -- Mails of a suspended residence wait until it is open again.
                LEFT JOIN public.outbox_mails o ON o.sent_at IS NULL AND (o.expires_at IS NULL OR o.expires_at > at)
                    AND EXISTS (SELECT FROM public.tenants t WHERE t.id = o.tenant_id AND t.suspended_at IS NULL)
                HAVING count(asker.one) > 0
            $$;
            REVOKE ALL ON FUNCTION platform_watch(timestamptz) FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION platform_watch(timestamptz) TO pantry_app;
            """);
        migrationBuilder.ShareWithApplication("maintenance_runs", "SELECT");
        migrationBuilder.ShareWithApplication("alerts", "SELECT, INSERT, UPDATE");
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("DROP FUNCTION platform_watch(timestamptz); DROP TABLE alerts; DROP TABLE maintenance_runs;");
}
