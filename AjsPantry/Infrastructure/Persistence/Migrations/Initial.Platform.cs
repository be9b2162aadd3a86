using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// Figures of all tenants, and not one of their rows. Each function itself asks whether the caller stands in the platform's own tenant,
/// so that no other tenant's request can use it.
/// </summary>
public partial class Initial
{
    /// <summary>True where the caller stands in the platform's own tenant.</summary>
    private const string AskedByPlatform =
        "EXISTS (SELECT FROM public.tenants p WHERE p.is_platform AND p.id = nullif(current_setting('app.tenant_id', true), '')::uuid)";

    /// <summary>One row where the caller stands in the platform's own tenant, and none otherwise.</summary>
    private const string Asker = """
        (SELECT 1 AS one FROM public.tenants p
                    WHERE p.is_platform AND p.id = nullif(current_setting('app.tenant_id', true), '')::uuid) AS asker
        """;

    /// <summary>The installation as a whole: its size, what fails and what waits, and how many people it has had month by month.</summary>
    private static void AddPlatformFigures(MigrationBuilder migration)
    {
        foreach (var table in (string[])["floors", "sessions", "audit_entries", "job_runs", "outbox_mails"])
            migration.LetLookupsRead(table);
        migration.Sql($"""
            CREATE FUNCTION platform_health() RETURNS TABLE (
                tenants bigint, people bigint, database_bytes bigint, database_version text,
                failed_runs bigint, waiting_mails bigint, oldest_mail_at timestamptz)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT (SELECT count(*) FROM public.tenants t WHERE t.suspended_at IS NULL AND NOT t.is_platform),
                    (SELECT count(*) FROM public.members m JOIN public.tenants t ON t.id = m.tenant_id
                        WHERE m.deactivated_at IS NULL AND t.suspended_at IS NULL AND NOT t.is_platform),
                    pg_database_size(current_database()),
                    current_setting('server_version'),
                    (SELECT count(*) FROM public.job_runs j WHERE j.state = 'Failed'),
                    count(o.id), min(o.created_at)
                FROM {Asker}
                LEFT JOIN public.outbox_mails o ON o.sent_at IS NULL
                HAVING count(asker.one) > 0
            $$;

            CREATE FUNCTION platform_watch(at timestamptz)
                RETURNS TABLE (stuck_mails bigint, mail_due_since timestamptz, failed_runs bigint)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT count(o.id) FILTER (WHERE o.attempts >= 3 AND o.created_at > at - interval '2 days'),
                    min(o.next_try_at) FILTER (WHERE o.attempts = 0 AND o.next_try_at <= at),
                    (SELECT count(*) FROM public.job_runs j WHERE j.state = 'Failed' AND j.queued_at > at - interval '1 day')
                FROM {Asker}
                -- Mails of a suspended residence wait until it is open again.
                LEFT JOIN public.outbox_mails o ON o.sent_at IS NULL AND (o.expires_at IS NULL OR o.expires_at > at)
                    AND EXISTS (SELECT FROM public.tenants t WHERE t.id = o.tenant_id AND t.suspended_at IS NULL)
                HAVING count(asker.one) > 0
            $$;

            -- Reads the people once for all twelve months, as who came and who left in each, not once for every month.
            CREATE FUNCTION platform_growth(until date) RETURNS TABLE (month date, people bigint)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                WITH moves AS MATERIALIZED (
                    SELECT date_trunc('month', move.at::timestamp) AS month, sum(move.step) AS step
                    FROM public.members m JOIN public.tenants t ON t.id = m.tenant_id,
                        LATERAL (VALUES (m.created_at, 1), (m.deactivated_at, -1)) AS move (at, step)
                    WHERE NOT t.is_platform AND move.at IS NOT NULL
                      AND {AskedByPlatform}
                    GROUP BY 1)
                SELECT first::date, (SELECT coalesce(sum(moves.step), 0)::bigint FROM moves WHERE moves.month <= first)
                FROM generate_series(until - interval '11 months', until::timestamp, interval '1 month') AS first
                WHERE {AskedByPlatform}
            $$;
            """);
        LetApplicationAsk(migration, "platform_health(), platform_watch(timestamptz), platform_growth(date)");
    }
}
