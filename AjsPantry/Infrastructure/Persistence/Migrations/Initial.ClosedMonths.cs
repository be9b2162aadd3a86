using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// What the database refuses: periods that overlap, rooms of one name, bills that do not add up, and changes of a closed month.
/// </summary>
public partial class Initial
{
    /// <summary>
    /// Nobody is away twice at once, a floor has one budget at a time and one room of a name. The extension, which PostgreSQL trusts
    /// owners of databases with, compares ids within the range index.
    /// </summary>
    private static void KeepApart(MigrationBuilder migration) =>
        migration.Sql("""
            CREATE EXTENSION IF NOT EXISTS btree_gist;
            ALTER TABLE requests ADD CONSTRAINT ex_requests_absences
                EXCLUDE USING gist (tenant_id WITH =, member_id WITH =, daterange("from", until, '[]') WITH &&)
                WHERE (kind = 'Absence' AND state IN ('Open', 'Approved'));
            ALTER TABLE budgets ADD CONSTRAINT ex_budgets_periods
                EXCLUDE USING gist (tenant_id WITH =, floor_id WITH =, daterange("from", until, '[]') WITH &&)
                WHERE (withdrawn_at IS NULL);
            CREATE UNIQUE INDEX ux_rooms_name ON rooms (tenant_id, floor_id, lower(name)) WHERE archived_at IS NULL;
            """);

    /// <summary>
    /// At the end of a transaction a bill's lines add up to what the bill says; in between they need not. Then too an item of the shopping
    /// list stands on one line at most, because an edited bill moves its items from line to line.
    /// </summary>
    private static void CheckBillLines(MigrationBuilder migration) =>
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
                    RAISE EXCEPTION 'The lines of bill % do not add up to its total', bill
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_bills_lines_total';
                END IF;
                RETURN NULL;
            END $$;

            CREATE CONSTRAINT TRIGGER check_lines AFTER INSERT OR UPDATE ON bills
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_bill_lines();
            CREATE CONSTRAINT TRIGGER check_lines AFTER INSERT OR UPDATE OR DELETE ON bill_lines
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_bill_lines();

            ALTER TABLE bill_lines ADD CONSTRAINT ux_bill_lines_shopping_item
                UNIQUE (tenant_id, shopping_item_id) DEFERRABLE INITIALLY DEFERRED;
            """);

    /// <summary>
    /// While a month is closed, its bills and their lines stay as they are, and those of the months before it too, because it begins with
    /// what they left. Whoever writes a bill shares the floor's books with others who do, whatever the month; whoever closes a month has
    /// them alone, so that no bill slips in while the report is made.
    /// </summary>
    private static void KeepClosedMonths(MigrationBuilder migration) =>
        migration.Sql("""
            CREATE FUNCTION books_key(tenant uuid, floor uuid) RETURNS bigint
            LANGUAGE sql IMMUTABLE AS $$ SELECT hashtextextended('books:' || tenant || floor, 0) $$;

            CREATE FUNCTION refuse_closed_month(tenant uuid, floor uuid, day date) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
            BEGIN
                PERFORM pg_advisory_xact_lock_shared(books_key(tenant, floor));
                IF EXISTS (SELECT FROM month_closings c WHERE c.tenant_id = tenant AND c.floor_id = floor
                        AND c.month >= date_trunc('month', day::timestamp)::date AND c.state <> 'Reopened') THEN
                    RAISE EXCEPTION 'The month of % or a later one is closed', day
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_bills_month_closed';
                END IF;
            END $$;

            CREATE FUNCTION keep_closed_bills() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'UPDATE' AND (OLD.date <> NEW.date OR OLD.floor_id <> NEW.floor_id) THEN
                    PERFORM refuse_closed_month(OLD.tenant_id, OLD.floor_id, OLD.date);
                END IF;
                PERFORM refuse_closed_month(NEW.tenant_id, NEW.floor_id, NEW.date);
                RETURN NEW;
            END $$;

            CREATE FUNCTION keep_closed_lines() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
                line bill_lines;
            BEGIN
                IF TG_OP = 'DELETE' THEN line := OLD; ELSE line := NEW; END IF;
                PERFORM refuse_closed_month(b.tenant_id, b.floor_id, b.date)
                    FROM bills b WHERE b.tenant_id = line.tenant_id AND b.id = line.bill_id;
                RETURN line;
            END $$;

            CREATE TRIGGER keep_closed BEFORE INSERT OR UPDATE ON bills FOR EACH ROW EXECUTE FUNCTION keep_closed_bills();
            CREATE TRIGGER keep_closed BEFORE INSERT OR UPDATE OR DELETE ON bill_lines FOR EACH ROW EXECUTE FUNCTION keep_closed_lines();
            """);
}
