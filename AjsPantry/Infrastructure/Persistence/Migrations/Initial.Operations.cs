using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// What looks after the installation: runs of backups and restore drills, which their scripts note as pantry_ops, and alerts that are
/// open or were. Neither belongs to a tenant nor to the model; both are read by name.
/// </summary>
public partial class Initial
{
    private static void AddOperations(MigrationBuilder migration)
    {
        migration.Sql("""
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
            """);
        migration.ShareWithApplication("maintenance_runs", "SELECT");
        migration.ShareWithApplication("alerts", "SELECT, INSERT, UPDATE");
    }
}
