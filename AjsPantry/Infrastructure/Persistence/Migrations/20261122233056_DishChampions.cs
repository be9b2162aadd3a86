using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class DishChampions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "dish_champions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dish_id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dish_champions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_dish_champions_dishes_tenant_id_dish_id",
                        columns: x => new { x.tenant_id, x.dish_id },
                        principalTable: "dishes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dish_champions_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dish_champions_rooms_tenant_id_room_id",
                        columns: x => new { x.tenant_id, x.room_id },
                        principalTable: "rooms",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dish_champions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_dish_champions_tenant_id_dish_id_room_id",
                table: "dish_champions",
                columns: new[] { "tenant_id", "dish_id", "room_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dish_champions_tenant_id_floor_id_room_id",
                table: "dish_champions",
                columns: new[] { "tenant_id", "floor_id", "room_id" });

            migrationBuilder.CreateIndex(
                name: "ix_dish_champions_tenant_id_room_id",
                table: "dish_champions",
                columns: new[] { "tenant_id", "room_id" });
            migrationBuilder.RaiseWall("dish_champions");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dish_champions");
        }
    }
}
