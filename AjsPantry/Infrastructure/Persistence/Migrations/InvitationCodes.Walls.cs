using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// What is asked before a tenant is known: the residence of a code, and an email behind its residence's code as a number could be before.
/// Tries are counted by the day too, which bounds what can be guessed.
/// </summary>
public partial class InvitationCodes
{
    private static void OpenDoors(MigrationBuilder migration)
    {
        migration.Sql("""
            CREATE FUNCTION tenants_of_code(typed text) RETURNS TABLE (tenant_id uuid)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT t.id FROM public.tenants t WHERE replace(t.code, '-', '') = lower(typed) ORDER BY t.id LIMIT 5
            $$;
            REVOKE ALL ON FUNCTION tenants_of_code(text) FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION tenants_of_code(text) TO pantry_app;
            CREATE INDEX ix_tenants_plain_code ON tenants (replace(code, '-', ''));
            ALTER TABLE tries ADD COLUMN day_from timestamptz NOT NULL DEFAULT '-infinity', ADD COLUMN in_day integer NOT NULL DEFAULT 0;
            """);
        migration.Sql(FindSignIn($"({IsNumber} OR m.normalized_email = upper(substr(typed, strpos(typed, '/') + 1)))"));
    }

    private static void CloseDoors(MigrationBuilder migration)
    {
        migration.Sql("""
            DROP FUNCTION tenants_of_code(text);
            DROP INDEX ix_tenants_plain_code;
            ALTER TABLE tries DROP COLUMN day_from, DROP COLUMN in_day;
            """);
        migration.Sql(FindSignIn(IsNumber));
    }

    private const string IsNumber = "lower(m.number) = lower(substr(typed, strpos(typed, '/') + 1))";

    /// <param name="isNamed">What has to be true of whoever is looked for behind a residence's code.</param>
    private static string FindSignIn(string isNamed) => $"""
        CREATE OR REPLACE FUNCTION find_sign_in(typed text, most integer) RETURNS TABLE (tenant_id uuid, member_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT m.tenant_id, m.id FROM public.members m
            WHERE m.normalized_email = upper(typed) OR lower(m.number) = lower(typed)
                OR ({isNamed} AND strpos(typed, '/') > 0
                    AND m.tenant_id = (SELECT t.id FROM public.tenants t WHERE t.code = lower(split_part(typed, '/', 1))))
            ORDER BY m.id LIMIT least(most, 10)
        $$;
        """;
}
