using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>Reads the people once for all twelve months, as who came and who left in each, not once for every month.</summary>
[DbContext(typeof(PantryDb))]
[Migration("20261123175500_GrowthInOnePass")]
public sealed class GrowthInOnePass : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE OR REPLACE FUNCTION platform_growth(until date) RETURNS TABLE (month date, people bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            WITH moves AS MATERIALIZED (
                SELECT date_trunc('month', move.at::timestamp) AS month, sum(move.step) AS step
                FROM public.members m JOIN public.tenants t ON t.id = m.tenant_id,
                    LATERAL (VALUES (m.created_at, 1), (m.deactivated_at, -1)) AS move (at, step)
                WHERE NOT t.is_platform AND move.at IS NOT NULL
                  AND EXISTS (SELECT FROM public.tenants p WHERE p.is_platform AND p.id = nullif(current_setting('app.tenant_id', true), '')::uuid)
                GROUP BY 1)
            SELECT first::date, (SELECT coalesce(sum(moves.step), 0)::bigint FROM moves WHERE moves.month <= first)
            FROM generate_series(until - interval '11 months', until::timestamp, interval '1 month') AS first
            WHERE EXISTS (SELECT FROM public.tenants p WHERE p.is_platform AND p.id = nullif(current_setting('app.tenant_id', true), '')::uuid)
        $$;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE OR REPLACE FUNCTION platform_growth(until date) RETURNS TABLE (month date, people bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT first::date,
                (SELECT count(*) FROM public.members m JOIN public.tenants t ON t.id = m.tenant_id
                    WHERE NOT t.is_platform AND m.created_at < first + interval '1 month' AND (m.deactivated_at IS NULL OR m.deactivated_at >= first + interval '1 month'))
            FROM generate_series(until - interval '11 months', until::timestamp, interval '1 month') AS first
            WHERE EXISTS (SELECT FROM public.tenants p WHERE p.is_platform AND p.id = nullif(current_setting('app.tenant_id', true), '')::uuid)
        $$;
        """);
}
