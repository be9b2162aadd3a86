using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>Walls of shopping, budgets, receipts, closed months, loans, fines and ideas, and the rules about them that the model cannot say.</summary>
public partial class Procurement
{
    private static void RaiseWalls(MigrationBuilder migration)
    {
        foreach (var table in (string[])["shopping_items", "budgets", "month_closings", "receipts", "loans", "loan_returns", "fines", "ideas"])
            migration.RaiseWall(table, "SELECT, INSERT, UPDATE");
        migration.RaiseWall("receipt_contents", "SELECT, INSERT");
        migration.RaiseWall("idea_comments", "SELECT, INSERT");
        migration.RaiseWall("idea_votes", "SELECT, INSERT, DELETE");
        KeepPeriodsApart(migration);
        BillItemsOnce(migration);
        KeepClosedMonths(migration);
    }

    /// <summary>Reports so far were of whole months. The owner sees no tenant's rows unless the wall lets it through for this one change.</summary>
    private static void DateReports(MigrationBuilder migration) => migration.Sql("""
        ALTER TABLE reports NO FORCE ROW LEVEL SECURITY;
        UPDATE reports SET "from" = month, until = (month + interval '1 month - 1 day')::date;
        ALTER TABLE reports FORCE ROW LEVEL SECURITY;
        """);

    private static void KeepPeriodsApart(MigrationBuilder migration) => migration.Sql("""
        ALTER TABLE budgets ADD CONSTRAINT ex_budgets_periods
            EXCLUDE USING gist (tenant_id WITH =, floor_id WITH =, daterange("from", until, '[]') WITH &&)
            WHERE (withdrawn_at IS NULL);
        """);

    /// <summary>Looked at when the transaction ends, because an edited bill moves its items from line to line.</summary>
    private static void BillItemsOnce(MigrationBuilder migration) =>
        migration.Sql("ALTER TABLE bill_lines ADD CONSTRAINT ux_bill_lines_shopping_item UNIQUE (tenant_id, shopping_item_id) DEFERRABLE INITIALLY DEFERRED;");

    /// <summary>
    /// While a month is closed, its bills and their lines stay as they are. Whoever writes a bill holds its month together with others who
    /// do; whoever closes a month holds it alone, so that no bill slips in while the report is made.
    /// </summary>
    private static void KeepClosedMonths(MigrationBuilder migration) =>
        migration.Sql("""
            CREATE FUNCTION month_key(tenant uuid, floor uuid, day date) RETURNS bigint
            LANGUAGE sql IMMUTABLE AS $$ SELECT hashtextextended('month:' || tenant || floor || to_char(day::timestamp, 'YYYY-MM'), 0) $$;

            CREATE FUNCTION hold_month(tenant uuid, floor uuid, day date) RETURNS void
            LANGUAGE sql VOLATILE AS $$ SELECT pg_advisory_xact_lock(month_key(tenant, floor, day)) $$;

            CREATE FUNCTION refuse_closed_month(tenant uuid, floor uuid, day date) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
            BEGIN
                PERFORM pg_advisory_xact_lock_shared(month_key(tenant, floor, day));
                IF EXISTS (SELECT FROM month_closings c WHERE c.tenant_id = tenant AND c.floor_id = floor
                        AND c.month = date_trunc('month', day::timestamp)::date AND c.state <> 'Reopened') THEN
                    RAISE EXCEPTION 'The month of % is closed', day USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_bills_month_closed';
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
                PERFORM refuse_closed_month(b.tenant_id, b.floor_id, b.date) FROM bills b WHERE b.tenant_id = line.tenant_id AND b.id = line.bill_id;
                RETURN line;
            END $$;

            CREATE TRIGGER keep_closed BEFORE INSERT OR UPDATE ON bills FOR EACH ROW EXECUTE FUNCTION keep_closed_bills();
            CREATE TRIGGER keep_closed BEFORE INSERT OR UPDATE OR DELETE ON bill_lines FOR EACH ROW EXECUTE FUNCTION keep_closed_lines();
            """);
}
