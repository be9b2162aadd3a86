using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// A closed month keeps the months before it too, because it begins with what they left. So whoever writes a bill shares the floor's
/// books with others who do, whatever the month, and whoever closes a month has them alone. Changes no table, so the model's snapshot
/// stays as it is.
/// </summary>
[DbContext(typeof(PantryDb))]
[Migration("20261129233000_ClosedInOrder")]
public sealed class ClosedInOrder : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE FUNCTION books_key(tenant uuid, floor uuid) RETURNS bigint
        LANGUAGE sql IMMUTABLE AS $$ SELECT hashtextextended('books:' || tenant || floor, 0) $$;

        CREATE OR REPLACE FUNCTION refuse_closed_month(tenant uuid, floor uuid, day date) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
        BEGIN
            PERFORM pg_advisory_xact_lock_shared(books_key(tenant, floor));
            IF EXISTS (SELECT FROM month_closings c WHERE c.tenant_id = tenant AND c.floor_id = floor
                    AND c.month >= date_trunc('month', day::timestamp)::date AND c.state <> 'Reopened') THEN
                RAISE EXCEPTION 'The month of % or a later one is closed', day USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_bills_month_closed';
            END IF;
        END $$;

        DROP FUNCTION hold_month(uuid, uuid, date);
        DROP FUNCTION month_key(uuid, uuid, date);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE FUNCTION month_key(tenant uuid, floor uuid, day date) RETURNS bigint
        LANGUAGE sql IMMUTABLE AS $$ SELECT hashtextextended('month:' || tenant || floor || to_char(day::timestamp, 'YYYY-MM'), 0) $$;

        CREATE FUNCTION hold_month(tenant uuid, floor uuid, day date) RETURNS void
        LANGUAGE sql VOLATILE AS $$ SELECT pg_advisory_xact_lock(month_key(tenant, floor, day)) $$;

        CREATE OR REPLACE FUNCTION refuse_closed_month(tenant uuid, floor uuid, day date) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
        BEGIN
            PERFORM pg_advisory_xact_lock_shared(month_key(tenant, floor, day));
            IF EXISTS (SELECT FROM month_closings c WHERE c.tenant_id = tenant AND c.floor_id = floor
                    AND c.month = date_trunc('month', day::timestamp)::date AND c.state <> 'Reopened') THEN
                RAISE EXCEPTION 'The month of % is closed', day USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_bills_month_closed';
            END IF;
        END $$;

        DROP FUNCTION books_key(uuid, uuid);
        """);
}
