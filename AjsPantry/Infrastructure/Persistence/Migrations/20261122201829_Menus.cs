using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Menus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cooking_rotas",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    turn_days = table.Column<int>(type: "integer", nullable: false),
                    weekdays = table.Column<int[]>(type: "integer[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooking_rotas", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_cooking_rotas_turn", "turn_days BETWEEN 1 AND 14");
                    table.CheckConstraint("ck_cooking_rotas_weekdays", "cardinality(weekdays) > 0 AND weekdays <@ ARRAY[0, 1, 2, 3, 4, 5, 6]");
                    table.ForeignKey(
                        name: "fk_cooking_rotas_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cooking_rotas_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dishes",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    normal_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    category = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    servings = table.Column<int>(type: "integer", nullable: false),
                    summary = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    tips = table.Column<string[]>(type: "text[]", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dishes", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_dishes_merged", "merged_into_id IS NULL OR archived_at IS NOT NULL");
                    table.CheckConstraint("ck_dishes_name", "name <> '' AND normal_name <> ''");
                    table.CheckConstraint("ck_dishes_servings", "servings BETWEEN 1 AND 1000");
                    table.ForeignKey(
                        name: "fk_dishes_dishes_tenant_id_merged_into_id",
                        columns: x => new { x.tenant_id, x.merged_into_id },
                        principalTable: "dishes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dishes_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duties",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    turn = table.Column<int>(type: "integer", nullable: true),
                    origin = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duties", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_duties_turn", "(turn IS NULL) = (origin = 'Given') AND turn >= 0");
                    table.ForeignKey(
                        name: "fk_duties_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duties_rooms_tenant_id_room_id",
                        columns: x => new { x.tenant_id, x.room_id },
                        principalTable: "rooms",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duties_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leave_days",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leave_days", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_leave_days_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leave_days_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cooking_rota_rooms",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rota_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooking_rota_rooms", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_cooking_rota_rooms_cooking_rotas_tenant_id_rota_id",
                        columns: x => new { x.tenant_id, x.rota_id },
                        principalTable: "cooking_rotas",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_cooking_rota_rooms_rooms_tenant_id_room_id",
                        columns: x => new { x.tenant_id, x.room_id },
                        principalTable: "rooms",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cooking_rota_rooms_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dish_ingredients",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dish_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(10,3)", precision: 10, scale: 3, nullable: false),
                    unit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dish_ingredients", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_dish_ingredients", "name <> '' AND quantity > 0");
                    table.ForeignKey(
                        name: "fk_dish_ingredients_dishes_tenant_id_dish_id",
                        columns: x => new { x.tenant_id, x.dish_id },
                        principalTable: "dishes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_dish_ingredients_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "menus",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    meal = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    dish_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side_id = table.Column<Guid>(type: "uuid", nullable: true),
                    room_id = table.Column<Guid>(type: "uuid", nullable: true),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    notes = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_menus", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_menus_cancelled", "(cancelled_at IS NULL) = (cancel_reason IS NULL)");
                    table.CheckConstraint("ck_menus_cook", "room_id IS NULL OR member_id IS NULL");
                    table.CheckConstraint("ck_menus_meal", "meal IN ('breakfast', 'lunch', 'dinner')");
                    table.CheckConstraint("ck_menus_side", "side_id IS NULL OR side_id <> dish_id");
                    table.ForeignKey(
                        name: "fk_menus_dishes_tenant_id_dish_id",
                        columns: x => new { x.tenant_id, x.dish_id },
                        principalTable: "dishes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_menus_dishes_tenant_id_side_id",
                        columns: x => new { x.tenant_id, x.side_id },
                        principalTable: "dishes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_menus_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_menus_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_menus_rooms_tenant_id_room_id",
                        columns: x => new { x.tenant_id, x.room_id },
                        principalTable: "rooms",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_menus_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cooking_rota_rooms_tenant_id_room_id",
                table: "cooking_rota_rooms",
                columns: new[] { "tenant_id", "room_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cooking_rota_rooms_tenant_id_rota_id_position",
                table: "cooking_rota_rooms",
                columns: new[] { "tenant_id", "rota_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cooking_rotas_tenant_id_floor_id",
                table: "cooking_rotas",
                columns: new[] { "tenant_id", "floor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dish_ingredients_tenant_id_dish_id_position",
                table: "dish_ingredients",
                columns: new[] { "tenant_id", "dish_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dishes_tenant_id_merged_into_id",
                table: "dishes",
                columns: new[] { "tenant_id", "merged_into_id" });

            migrationBuilder.CreateIndex(
                name: "ux_dishes_name",
                table: "dishes",
                columns: new[] { "tenant_id", "normal_name" },
                unique: true,
                filter: "archived_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_duties_tenant_id_floor_id_date",
                table: "duties",
                columns: new[] { "tenant_id", "floor_id", "date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duties_tenant_id_room_id_date",
                table: "duties",
                columns: new[] { "tenant_id", "room_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_leave_days_tenant_id_floor_id_date",
                table: "leave_days",
                columns: new[] { "tenant_id", "floor_id", "date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_menus_tenant_id_dish_id",
                table: "menus",
                columns: new[] { "tenant_id", "dish_id" });

            migrationBuilder.CreateIndex(
                name: "ix_menus_tenant_id_member_id",
                table: "menus",
                columns: new[] { "tenant_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_menus_tenant_id_room_id",
                table: "menus",
                columns: new[] { "tenant_id", "room_id" });

            migrationBuilder.CreateIndex(
                name: "ix_menus_tenant_id_side_id",
                table: "menus",
                columns: new[] { "tenant_id", "side_id" });

            migrationBuilder.CreateIndex(
                name: "ux_menus_meal",
                table: "menus",
                columns: new[] { "tenant_id", "floor_id", "date", "meal" },
                unique: true,
                filter: "cancelled_at IS NULL");
            RaiseWalls(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cooking_rota_rooms");

            migrationBuilder.DropTable(
                name: "dish_ingredients");

            migrationBuilder.DropTable(
                name: "duties");

            migrationBuilder.DropTable(
                name: "leave_days");

            migrationBuilder.DropTable(
                name: "menus");

            migrationBuilder.DropTable(
                name: "cooking_rotas");

            migrationBuilder.DropTable(
                name: "dishes");
        }
    }
}
