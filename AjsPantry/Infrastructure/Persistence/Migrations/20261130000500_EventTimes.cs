using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>An event may begin at a time, and last several days.</summary>
[DbContext(typeof(PantryDb))]
[Migration("20261130000500_EventTimes")]
public sealed class EventTimes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        ALTER TABLE special_events ADD COLUMN at time without time zone, ADD COLUMN until date,
            ADD CONSTRAINT ck_special_events_until CHECK (until > date AND until < date + 31);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        ALTER TABLE special_events DROP COLUMN at, DROP COLUMN until;
        """);
}
