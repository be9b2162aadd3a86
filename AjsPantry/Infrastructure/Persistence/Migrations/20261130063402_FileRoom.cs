using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FileRoom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "file_megabytes",
                table: "tenants",
                type: "integer",
                nullable: false,
                defaultValue: 5000);

            migrationBuilder.AddCheckConstraint(
                name: "ck_tenants_file_megabytes",
                table: "tenants",
                sql: "file_megabytes BETWEEN 10 AND 1000000");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_tenants_file_megabytes",
                table: "tenants");

            migrationBuilder.DropColumn(
                name: "file_megabytes",
                table: "tenants");
        }
    }
}
