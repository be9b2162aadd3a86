using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ShortNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:CollationDefinition:as_people_count", "und-u-kn-true,und-u-kn-true,icu,");

            migrationBuilder.AddColumn<string[]>(
                name: "honorifics",
                table: "tenants",
                type: "text[]",
                nullable: false,
                defaultValue: new[] { "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Shri", "Smt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "honorifics",
                table: "tenants");

            migrationBuilder.AlterDatabase()
                .OldAnnotation("Npgsql:CollationDefinition:as_people_count", "und-u-kn-true,und-u-kn-true,icu,");
        }
    }
}
