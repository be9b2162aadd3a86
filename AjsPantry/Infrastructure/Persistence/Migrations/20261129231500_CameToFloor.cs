using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>When a person last came to a floor, so that whoever comes back starts level like whoever joins.</summary>
[DbContext(typeof(PantryDb))]
[Migration("20261129231500_CameToFloor")]
public sealed class CameToFloor : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateTimeOffset>(name: "came_at", table: "members", type: "timestamp with time zone", nullable: true);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn(name: "came_at", table: "members");
}
