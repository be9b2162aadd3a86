using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// A number may be written behind its residence's code, noor/1011. A bare one is looked for in a few residences only, and where many share
/// an installation most of them count their people from the same number.
/// </summary>
[DbContext(typeof(PantryDb))]
[Migration("20261123073000_SignInAtResidence")]
public sealed class SignInAtResidence : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE OR REPLACE FUNCTION find_sign_in(typed text, most integer) RETURNS TABLE (tenant_id uuid, member_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT m.tenant_id, m.id FROM public.members m
            WHERE m.normalized_email = upper(typed) OR lower(m.number) = lower(typed)
                OR (lower(m.number) = lower(substr(typed, strpos(typed, '/') + 1)) AND strpos(typed, '/') > 0
                    AND m.tenant_id = (SELECT t.id FROM public.tenants t WHERE t.code = lower(split_part(typed, '/', 1))))
            ORDER BY m.id LIMIT least(most, 10)
        $$;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE OR REPLACE FUNCTION find_sign_in(typed text, most integer) RETURNS TABLE (tenant_id uuid, member_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT m.tenant_id, m.id FROM public.members m
            WHERE m.normalized_email = upper(typed) OR lower(m.number) = lower(typed)
            ORDER BY m.id LIMIT least(most, 10)
        $$;
        """);
}
