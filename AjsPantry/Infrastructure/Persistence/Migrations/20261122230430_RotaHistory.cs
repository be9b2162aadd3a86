using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RotaHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cooking_rotas_tenant_id_floor_id",
                table: "cooking_rotas");

            migrationBuilder.CreateIndex(
                name: "ix_cooking_rotas_tenant_id_floor_id_starts_on",
                table: "cooking_rotas",
                columns: new[] { "tenant_id", "floor_id", "starts_on" },
                unique: true);
            // An order that was to begin later gives way to one that begins earlier.
            migrationBuilder.Sql("GRANT DELETE ON cooking_rotas TO pantry_app;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("REVOKE DELETE ON cooking_rotas FROM pantry_app;");
            migrationBuilder.DropIndex(
                name: "ix_cooking_rotas_tenant_id_floor_id_starts_on",
                table: "cooking_rotas");

            migrationBuilder.CreateIndex(
                name: "ix_cooking_rotas_tenant_id_floor_id",
                table: "cooking_rotas",
                columns: new[] { "tenant_id", "floor_id" },
                unique: true);
        }
    }
}
