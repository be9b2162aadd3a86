using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>Walls of the people's tables, the unique names of rooms, and what operators may count.</summary>
public partial class People
{
    private static void RaiseWalls(MigrationBuilder migration)
    {
        migration.RaiseWall("rooms", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("room_stays", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("invitations", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("member_imports", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("outbox_mails");
        migration.Sql("CREATE UNIQUE INDEX ux_rooms_name ON rooms (tenant_id, floor_id, lower(name)) WHERE archived_at IS NULL;");
        CountForOperators(migration);
    }

    /// <summary>
    /// Figures of all tenants, and not one of their rows. The function itself asks whether the caller stands in the platform's own
    /// tenant, so that no other tenant's request can use it.
    /// </summary>
    private static void CountForOperators(MigrationBuilder migration)
    {
        foreach (var table in (string[])["floors", "sessions", "audit_entries", "job_runs", "outbox_mails"])
            migration.LetLookupsRead(table);
        migration.Sql("""
            CREATE FUNCTION platform_tenants() RETURNS TABLE (
                tenant_id uuid, code text, name text, time_zone text, created_at timestamptz, suspended_at timestamptz, suspend_reason text,
                floors bigint, people bigint, invited bigint, deactivated bigint, admins bigint, active_today bigint, last_activity_at timestamptz,
                failed_jobs bigint, waiting_mails bigint)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT t.id, t.code, t.name, t.time_zone, t.created_at, t.suspended_at, t.suspend_reason,
                    (SELECT count(*) FROM public.floors f WHERE f.tenant_id = t.id AND f.archived_at IS NULL),
                    m.people, m.invited, m.deactivated, m.admins,
                    (SELECT count(DISTINCT s.member_id) FROM public.sessions s WHERE s.tenant_id = t.id AND s.last_seen_at > now() - interval '1 day'),
                    greatest((SELECT max(s.last_seen_at) FROM public.sessions s WHERE s.tenant_id = t.id),
                             (SELECT max(a.at) FROM public.audit_entries a WHERE a.tenant_id = t.id)),
                    (SELECT count(*) FROM public.job_runs j WHERE j.tenant_id = t.id AND j.state = 'Failed'),
                    (SELECT count(*) FROM public.outbox_mails o WHERE o.tenant_id = t.id AND o.sent_at IS NULL)
                FROM public.tenants t
                CROSS JOIN LATERAL (
                    SELECT count(*) FILTER (WHERE x.deactivated_at IS NULL) AS people,
                        count(*) FILTER (WHERE x.deactivated_at IS NULL AND x.password_hash IS NULL) AS invited,
                        count(*) FILTER (WHERE x.deactivated_at IS NOT NULL) AS deactivated,
                        count(*) FILTER (WHERE x.deactivated_at IS NULL AND x.role = 'Admin') AS admins
                    FROM public.members x WHERE x.tenant_id = t.id) m
                WHERE NOT t.is_platform
                  AND EXISTS (SELECT FROM public.tenants p WHERE p.is_platform AND p.id = nullif(current_setting('app.tenant_id', true), '')::uuid)
                ORDER BY t.name
            $$;

            REVOKE ALL ON FUNCTION platform_tenants() FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION platform_tenants() TO pantry_app;
            """);
    }
}
