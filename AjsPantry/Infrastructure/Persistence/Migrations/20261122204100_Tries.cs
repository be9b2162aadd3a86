using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// Counts of tries at the doors, before anybody's tenant is known: hashes and numbers only. Unlogged, because a count is worth
/// little and written often; after a crash counting begins anew. No entity has it, so the model's snapshot stays as it is.
/// </summary>
[DbContext(typeof(PantryDb))]
[Migration("20261122204100_Tries")]
public sealed class Tries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE UNLOGGED TABLE tries (
                key bytea CONSTRAINT pk_tries PRIMARY KEY,
                minute_from timestamptz NOT NULL,
                in_minute integer NOT NULL,
                hour_from timestamptz NOT NULL,
                in_hour integer NOT NULL)
            """);
        migrationBuilder.ShareWithApplication("tries", "SELECT, INSERT, UPDATE, DELETE");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE tries;");
}
