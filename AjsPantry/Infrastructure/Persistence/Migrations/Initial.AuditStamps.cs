using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// What the database itself says of each entry of the trail. Nobody has an exception: what is sent for these columns is replaced.
/// </summary>
public partial class Initial
{
    /// <summary>
    /// The function belongs to the owner because an operator's session lies in another tenant than the row. It reads the one session
    /// whose key the writer knows: the tenant (16 bytes) and the hash of the key, of which the table holds the hash again.
    /// </summary>
    private static void StampAuditEntries(MigrationBuilder migration) =>
        migration.Sql("""
            CREATE FUNCTION stamp_audit_entry() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            BEGIN
                NEW.written_at := clock_timestamp();
                NEW.written_by := session_user;
                NEW.session_member_id := NULL;
                IF length(NEW.session_proof) = 48 THEN
                    NEW.session_member_id := (
                        SELECT s.member_id FROM public.sessions s
                        WHERE s.tenant_id = encode(substring(NEW.session_proof FOR 16), 'hex')::uuid
                            AND s.key_hash = sha256(substring(NEW.session_proof FROM 17)));
                END IF;
                NEW.session_proof := NULL;
                RETURN NEW;
            END $$;
            REVOKE ALL ON FUNCTION stamp_audit_entry() FROM PUBLIC;
            CREATE TRIGGER stamp BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION stamp_audit_entry();
            """);
}
