using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Prices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_shopping_items_paid",
                table: "shopping_items",
                columns: new[] { "tenant_id", "floor_id", "name", "unit", "bought_on" },
                filter: "price IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_shopping_items_paid",
                table: "shopping_items");
        }
    }
}
