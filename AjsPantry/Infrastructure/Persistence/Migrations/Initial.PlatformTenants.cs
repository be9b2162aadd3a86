using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>What operators see of each residence: how many people it has, and how it goes.</summary>
public partial class Initial
{
    /// <summary>
    /// Counts only the residences that an operator looks at: to count all of them for a page of fifty took longer with every residence.
    /// Bills are counted by the audit trail, because nobody but the tenant reads its bills, the owner of the tables least of all.
    /// </summary>
    private static void AddPlatformTenants(MigrationBuilder migration)
    {
        migration.Sql($"""
            CREATE FUNCTION platform_tenants(at timestamptz, pattern text, wanted uuid, skip integer, most integer) RETURNS TABLE (
                tenant_id uuid, code text, name text, time_zone text, created_at timestamptz, suspended_at timestamptz, suspend_reason text,
                floors bigint, people bigint, invited bigint, deactivated bigint, admins bigint, active_today bigint,
                last_activity_at timestamptz, failed_jobs bigint, waiting_mails bigint, active_week bigint, bills_month bigint)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                WITH asked AS MATERIALIZED (
                    SELECT t.* FROM public.tenants t
                    WHERE NOT t.is_platform
                      AND {AskedByPlatform}
                      AND (wanted IS NULL OR t.id = wanted)
                      AND (pattern IS NULL OR t.name ILIKE pattern ESCAPE '\' OR t.code ILIKE pattern ESCAPE '\')
                    ORDER BY t.name, t.code OFFSET skip LIMIT most)
                SELECT t.id, t.code, t.name, t.time_zone, t.created_at, t.suspended_at, t.suspend_reason,
                    (SELECT count(*) FROM public.floors f WHERE f.tenant_id = t.id AND f.archived_at IS NULL),
                    m.people, m.invited, m.deactivated, m.admins,
                    (SELECT count(DISTINCT s.member_id) FROM public.sessions s
                        WHERE s.tenant_id = t.id AND s.last_seen_at > platform_tenants.at - interval '1 day'),
                    greatest((SELECT max(s.last_seen_at) FROM public.sessions s WHERE s.tenant_id = t.id),
                             (SELECT max(a.at) FROM public.audit_entries a WHERE a.tenant_id = t.id)),
                    (SELECT count(*) FROM public.job_runs j WHERE j.tenant_id = t.id AND j.state = 'Failed'),
                    (SELECT count(*) FROM public.outbox_mails o WHERE o.tenant_id = t.id AND o.sent_at IS NULL),
                    (SELECT count(*) FROM (
                        SELECT s.member_id FROM public.sessions s
                            WHERE s.tenant_id = t.id AND s.last_seen_at > platform_tenants.at - interval '7 days'
                        UNION
                        SELECT x.id FROM public.audit_entries a JOIN public.members x ON x.tenant_id = a.tenant_id AND x.id = a.actor_id
                            WHERE a.tenant_id = t.id AND a.at > platform_tenants.at - interval '7 days') AS people),
                    -- By the audit trail: nobody but the tenant reads its bills, the owner of the tables least of all.
                    (SELECT count(*) FROM public.audit_entries a WHERE a.tenant_id = t.id AND a.thing = 'Bill' AND a.kind = 'Added'
                        AND a.at >= date_trunc('month', platform_tenants.at AT TIME ZONE t.time_zone) AT TIME ZONE t.time_zone
                        AND a.at <= platform_tenants.at)
                FROM asked t
                CROSS JOIN LATERAL (
                    SELECT count(*) FILTER (WHERE x.deactivated_at IS NULL) AS people,
                        count(*) FILTER (WHERE x.deactivated_at IS NULL AND x.password_hash IS NULL) AS invited,
                        count(*) FILTER (WHERE x.deactivated_at IS NOT NULL) AS deactivated,
                        count(*) FILTER (WHERE x.deactivated_at IS NULL AND x.role = 'Admin') AS admins
                    FROM public.members x WHERE x.tenant_id = t.id) m
                ORDER BY t.name, t.code
            $$;
            """);
        LetApplicationAsk(migration, "platform_tenants(timestamptz, text, uuid, integer, integer)");
    }
}
