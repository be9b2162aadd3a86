using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// The wall of the photos, and what operators see of how the residences go: figures over all tenants and not one of their rows.
/// </summary>
public partial class Insight
{
    private static void RaiseWalls(MigrationBuilder migration)
    {
        migration.RaiseWall("rating_photos", "SELECT, INSERT, DELETE");
        migration.Sql("""
            CREATE FUNCTION platform_activity(at timestamptz) RETURNS TABLE (tenant_id uuid, active_week bigint, bills_month bigint)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT t.id,
                    (SELECT count(*) FROM (
                        SELECT s.member_id FROM public.sessions s WHERE s.tenant_id = t.id AND s.last_seen_at > platform_activity.at - interval '7 days'
                        UNION
                        SELECT m.id FROM public.audit_entries a JOIN public.members m ON m.tenant_id = a.tenant_id AND m.id = a.actor_id
                            WHERE a.tenant_id = t.id AND a.at > platform_activity.at - interval '7 days') AS people),
                    -- By the audit trail: nobody but the tenant reads its bills, the owner of the tables least of all.
                    (SELECT count(*) FROM public.audit_entries a WHERE a.tenant_id = t.id AND a.thing = 'Bill' AND a.kind = 'Added'
                        AND a.at >= date_trunc('month', platform_activity.at AT TIME ZONE t.time_zone) AT TIME ZONE t.time_zone AND a.at <= platform_activity.at)
                FROM public.tenants t
                WHERE NOT t.is_platform
                  AND EXISTS (SELECT FROM public.tenants p WHERE p.is_platform AND p.id = nullif(current_setting('app.tenant_id', true), '')::uuid)
            $$;

            CREATE FUNCTION platform_growth(until date) RETURNS TABLE (month date, people bigint)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT first::date,
                    (SELECT count(*) FROM public.members m JOIN public.tenants t ON t.id = m.tenant_id
                        WHERE NOT t.is_platform AND m.created_at < first + interval '1 month' AND (m.deactivated_at IS NULL OR m.deactivated_at >= first + interval '1 month'))
                FROM generate_series(until - interval '11 months', until::timestamp, interval '1 month') AS first
                WHERE EXISTS (SELECT FROM public.tenants p WHERE p.is_platform AND p.id = nullif(current_setting('app.tenant_id', true), '')::uuid)
            $$;

            REVOKE ALL ON FUNCTION platform_activity(timestamptz), platform_growth(date) FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION platform_activity(timestamptz), platform_growth(date) TO pantry_app;
            """);
    }

    private static void DropFunctions(MigrationBuilder migration) =>
        migration.Sql("""
            DROP FUNCTION platform_growth(date);
            DROP FUNCTION platform_activity(timestamptz);
            """);
}
