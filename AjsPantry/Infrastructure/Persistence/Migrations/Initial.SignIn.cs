using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>What is asked before a tenant is known: whose number, email or code was typed, and how often it was tried.</summary>
public partial class Initial
{
    /// <summary>Each of these answers with ids, never with rows.</summary>
    private static void AddLookups(MigrationBuilder migration)
    {
        migration.LetLookupsRead("tenants");
        migration.LetLookupsRead("members");
        migration.Sql("""
            CREATE FUNCTION tenant_of_member(member uuid) RETURNS uuid
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT m.tenant_id FROM public.members m WHERE m.id = member
            $$;

            CREATE FUNCTION active_tenants() RETURNS TABLE (tenant_id uuid)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT t.id FROM public.tenants t WHERE t.suspended_at IS NULL AND NOT t.is_platform ORDER BY t.id
            $$;

            -- For the nightly clean-up: what a suspended residence keeps about its people grows old as well.
            CREATE FUNCTION all_tenants() RETURNS TABLE (tenant_id uuid)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT t.id FROM public.tenants t
            $$;

            -- Asked by the command that adds an operator and by work that visits every tenant, neither of which knows a tenant yet.
            CREATE FUNCTION platform_tenant() RETURNS uuid
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT t.id FROM public.tenants t WHERE t.is_platform
            $$;
            """);
        LetApplicationAsk(migration, "tenant_of_member(uuid), active_tenants(), all_tenants(), platform_tenant()");
    }

    /// <summary>
    /// A number or an email alone, or behind its residence's code, noor/1011: a bare one is looked for in a few residences only, and where
    /// many share an installation most of them count their people from the same number.
    /// </summary>
    private static void AddSignIn(MigrationBuilder migration)
    {
        migration.Sql("""
            CREATE INDEX ix_members_sign_in_number ON members (lower(number));

            CREATE FUNCTION find_sign_in(typed text, most integer) RETURNS TABLE (tenant_id uuid, member_id uuid)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT m.tenant_id, m.id FROM public.members m
                WHERE m.normalized_email = upper(typed) OR lower(m.number) = lower(typed)
                    OR ((lower(m.number) = lower(substr(typed, strpos(typed, '/') + 1))
                            OR m.normalized_email = upper(substr(typed, strpos(typed, '/') + 1)))
                        AND strpos(typed, '/') > 0
                        AND m.tenant_id = (SELECT t.id FROM public.tenants t WHERE t.code = lower(split_part(typed, '/', 1))))
                ORDER BY m.id LIMIT least(most, 10)
            $$;

            CREATE INDEX ix_tenants_plain_code ON tenants (replace(code, '-', ''));

            -- The residence of an invitation's code.
            CREATE FUNCTION tenants_of_code(typed text) RETURNS TABLE (tenant_id uuid)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT t.id FROM public.tenants t WHERE replace(t.code, '-', '') = lower(typed) ORDER BY t.id LIMIT 5
            $$;
            """);
        LetApplicationAsk(migration, "find_sign_in(text, integer), tenants_of_code(text)");
        CountTries(migration);
    }

    /// <summary>
    /// Counts of tries at the doors: hashes and numbers only. Unlogged, because a count is worth little and written often; after a crash
    /// counting begins anew. Counted by the day too, which bounds what can be guessed. No entity has this table.
    /// </summary>
    private static void CountTries(MigrationBuilder migration)
    {
        migration.Sql("""
            CREATE UNLOGGED TABLE tries (
                key bytea CONSTRAINT pk_tries PRIMARY KEY,
                minute_from timestamptz NOT NULL,
                in_minute integer NOT NULL,
                hour_from timestamptz NOT NULL,
                in_hour integer NOT NULL,
                day_from timestamptz NOT NULL DEFAULT '-infinity',
                in_day integer NOT NULL DEFAULT 0);
            """);
        migration.ShareWithApplication("tries", "SELECT, INSERT, UPDATE, DELETE");
    }
}
