using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>What the model cannot say: walls, rights, the lookups that work before a tenant is known, and the sum of a bill's lines.</summary>
public partial class Initial
{
    private static void RaiseWalls(MigrationBuilder migration)
    {
        // Kept for good: no DELETE, and where nothing may change either, no UPDATE.
        migration.RaiseWall("tenants", "SELECT, INSERT, UPDATE", tenantColumn: "id");
        migration.RaiseWall("floors", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("members", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("bills", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("job_runs", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("reports", "SELECT, INSERT");
        migration.RaiseWall("report_files", "SELECT, INSERT");
        migration.RaiseWall("audit_entries", "SELECT, INSERT");
        foreach (var table in (string[])["sessions", "member_claims", "member_logins", "member_tokens", "bill_lines"])
            migration.RaiseWall(table);
        migration.Sql("GRANT USAGE ON SEQUENCE member_claims_id_seq TO pantry_app;");
        migration.ShareWithApplication("data_protection_keys", "SELECT, INSERT");
        migration.Sql("GRANT USAGE ON SEQUENCE data_protection_keys_id_seq TO pantry_app;");
        AddLookups(migration);
        CheckSumOfLines(migration);
    }

    private static void AddLookups(MigrationBuilder migration)
    {
        migration.LetLookupsRead("tenants");
        migration.LetLookupsRead("members");
        migration.Sql("""
            CREATE INDEX ix_members_sign_in_number ON members (lower(number));

            CREATE FUNCTION find_sign_in(typed text, most integer) RETURNS TABLE (tenant_id uuid, member_id uuid)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT m.tenant_id, m.id FROM public.members m
                WHERE m.normalized_email = upper(typed) OR lower(m.number) = lower(typed)
                ORDER BY m.id LIMIT least(most, 10)
            $$;

            CREATE FUNCTION tenant_of_member(member uuid) RETURNS uuid
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT m.tenant_id FROM public.members m WHERE m.id = member
            $$;

            CREATE FUNCTION active_tenants() RETURNS TABLE (tenant_id uuid)
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
                SELECT t.id FROM public.tenants t WHERE t.suspended_at IS NULL AND NOT t.is_platform ORDER BY t.id
            $$;

            REVOKE ALL ON FUNCTION find_sign_in(text, integer), tenant_of_member(uuid), active_tenants() FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION find_sign_in(text, integer), tenant_of_member(uuid), active_tenants() TO pantry_app;
            """);
    }

    /// <summary>At the end of a transaction a bill's lines add up to what the bill says; in between they need not.</summary>
    private static void CheckSumOfLines(MigrationBuilder migration) =>
        migration.Sql("""
            CREATE FUNCTION check_bill_lines() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
                tenant uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.tenant_id ELSE NEW.tenant_id END;
                bill uuid;
            BEGIN
                IF TG_TABLE_NAME = 'bills' THEN bill := NEW.id;
                ELSIF TG_OP = 'DELETE' THEN bill := OLD.bill_id;
                ELSE bill := NEW.bill_id;
                END IF;
                IF EXISTS (SELECT FROM bills b WHERE b.tenant_id = tenant AND b.id = bill AND b.lines_total <> (
                        SELECT coalesce(sum(l.amount), 0) FROM bill_lines l WHERE l.tenant_id = tenant AND l.bill_id = bill)) THEN
                    RAISE EXCEPTION 'The lines of bill % do not add up to its total', bill USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_bills_lines_total';
                END IF;
                RETURN NULL;
            END $$;

            CREATE CONSTRAINT TRIGGER check_lines AFTER INSERT OR UPDATE ON bills
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_bill_lines();
            CREATE CONSTRAINT TRIGGER check_lines AFTER INSERT OR UPDATE OR DELETE ON bill_lines
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_bill_lines();
            """);
}
