using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Tea : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "tea_rotas",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    people = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tea_rotas", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_tea_rotas_days", "until >= \"from\" AND until - \"from\" < 62");
                    table.CheckConstraint("ck_tea_rotas_published", "(published_at IS NULL) = (published_by_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_tea_rotas_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_rotas_members_tenant_id_published_by_id",
                        columns: x => new { x.tenant_id, x.published_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_rotas_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tea_settings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    window_days = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tea_settings", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_tea_settings_window", "window_days BETWEEN 30 AND 366");
                    table.ForeignKey(
                        name: "fk_tea_settings_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_settings_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tea_slots",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    weekdays = table.Column<int[]>(type: "integer[]", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tea_slots", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_tea_slots_people", "people BETWEEN 1 AND 10");
                    table.CheckConstraint("ck_tea_slots_weekdays", "cardinality(weekdays) > 0 AND weekdays <@ ARRAY[0, 1, 2, 3, 4, 5, 6]");
                    table.ForeignKey(
                        name: "fk_tea_slots_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_slots_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tea_draft_places",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rota_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kept_from = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tea_draft_places", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_tea_draft_places_place", "place >= 1");
                    table.ForeignKey(
                        name: "fk_tea_draft_places_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_draft_places_tea_rotas_tenant_id_rota_id",
                        columns: x => new { x.tenant_id, x.rota_id },
                        principalTable: "tea_rotas",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_tea_draft_places_tea_slots_tenant_id_slot_id",
                        columns: x => new { x.tenant_id, x.slot_id },
                        principalTable: "tea_slots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_draft_places_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tea_duties",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rota_id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    follows_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_swap = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    marked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    marked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tea_duties", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_tea_duties_ended", "(ended_at IS NOT NULL) = (state IN ('Swapped', 'Cancelled'))");
                    table.CheckConstraint("ck_tea_duties_marked", "(marked_at IS NULL) = (marked_by_id IS NULL) AND (marked_at IS NULL OR state IN ('Done', 'Missed')) AND (state NOT IN ('Done', 'Missed') OR marked_at IS NOT NULL)");
                    table.CheckConstraint("ck_tea_duties_member", "member_id IS NOT NULL OR state IN ('Planned', 'Cancelled')");
                    table.CheckConstraint("ck_tea_duties_place", "place >= 1");
                    table.ForeignKey(
                        name: "fk_tea_duties_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_duties_members_tenant_id_marked_by_id",
                        columns: x => new { x.tenant_id, x.marked_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_duties_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_duties_tea_duties_tenant_id_follows_id",
                        columns: x => new { x.tenant_id, x.follows_id },
                        principalTable: "tea_duties",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_duties_tea_rotas_tenant_id_rota_id",
                        columns: x => new { x.tenant_id, x.rota_id },
                        principalTable: "tea_rotas",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_duties_tea_slots_tenant_id_slot_id",
                        columns: x => new { x.tenant_id, x.slot_id },
                        principalTable: "tea_slots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_duties_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tea_swaps",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    duty_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_of_id = table.Column<Guid>(type: "uuid", nullable: true),
                    return_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tea_swaps", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_tea_swaps_answer", "(answered_at IS NULL) = (state = 'Asked')");
                    table.CheckConstraint("ck_tea_swaps_two", "asked_of_id <> asked_by_id AND return_id <> duty_id AND (return_id IS NULL OR asked_of_id IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_tea_swaps_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_swaps_members_tenant_id_answered_by_id",
                        columns: x => new { x.tenant_id, x.answered_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_swaps_members_tenant_id_asked_by_id",
                        columns: x => new { x.tenant_id, x.asked_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_swaps_members_tenant_id_asked_of_id",
                        columns: x => new { x.tenant_id, x.asked_of_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_swaps_tea_duties_tenant_id_duty_id",
                        columns: x => new { x.tenant_id, x.duty_id },
                        principalTable: "tea_duties",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_swaps_tea_duties_tenant_id_return_id",
                        columns: x => new { x.tenant_id, x.return_id },
                        principalTable: "tea_duties",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tea_swaps_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tea_draft_places_tenant_id_member_id",
                table: "tea_draft_places",
                columns: new[] { "tenant_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tea_draft_places_tenant_id_rota_id_date_slot_id_member_id",
                table: "tea_draft_places",
                columns: new[] { "tenant_id", "rota_id", "date", "slot_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tea_draft_places_tenant_id_rota_id_date_slot_id_place",
                table: "tea_draft_places",
                columns: new[] { "tenant_id", "rota_id", "date", "slot_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tea_draft_places_tenant_id_slot_id",
                table: "tea_draft_places",
                columns: new[] { "tenant_id", "slot_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tea_duties_tenant_id_floor_id_date",
                table: "tea_duties",
                columns: new[] { "tenant_id", "floor_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_tea_duties_tenant_id_follows_id",
                table: "tea_duties",
                columns: new[] { "tenant_id", "follows_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tea_duties_tenant_id_marked_by_id",
                table: "tea_duties",
                columns: new[] { "tenant_id", "marked_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tea_duties_tenant_id_member_id_date",
                table: "tea_duties",
                columns: new[] { "tenant_id", "member_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_tea_duties_tenant_id_rota_id",
                table: "tea_duties",
                columns: new[] { "tenant_id", "rota_id" });

            migrationBuilder.CreateIndex(
                name: "ux_tea_duties_member",
                table: "tea_duties",
                columns: new[] { "tenant_id", "slot_id", "date", "member_id" },
                unique: true,
                filter: "state NOT IN ('Swapped', 'Cancelled')");

            migrationBuilder.CreateIndex(
                name: "ux_tea_duties_place",
                table: "tea_duties",
                columns: new[] { "tenant_id", "slot_id", "date", "place" },
                unique: true,
                filter: "state NOT IN ('Swapped', 'Cancelled')");

            migrationBuilder.CreateIndex(
                name: "ix_tea_rotas_tenant_id_floor_id_from",
                table: "tea_rotas",
                columns: new[] { "tenant_id", "floor_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_tea_rotas_tenant_id_published_by_id",
                table: "tea_rotas",
                columns: new[] { "tenant_id", "published_by_id" });

            migrationBuilder.CreateIndex(
                name: "ux_tea_rotas_draft",
                table: "tea_rotas",
                columns: new[] { "tenant_id", "floor_id" },
                unique: true,
                filter: "published_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tea_settings_tenant_id_floor_id",
                table: "tea_settings",
                columns: new[] { "tenant_id", "floor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_tea_slots_name",
                table: "tea_slots",
                columns: new[] { "tenant_id", "floor_id", "name" },
                unique: true,
                filter: "archived_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tea_swaps_tenant_id_answered_by_id",
                table: "tea_swaps",
                columns: new[] { "tenant_id", "answered_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tea_swaps_tenant_id_asked_by_id",
                table: "tea_swaps",
                columns: new[] { "tenant_id", "asked_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tea_swaps_tenant_id_asked_of_id",
                table: "tea_swaps",
                columns: new[] { "tenant_id", "asked_of_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tea_swaps_tenant_id_floor_id_state",
                table: "tea_swaps",
                columns: new[] { "tenant_id", "floor_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_tea_swaps_tenant_id_return_id",
                table: "tea_swaps",
                columns: new[] { "tenant_id", "return_id" });

            migrationBuilder.CreateIndex(
                name: "ux_tea_swaps_open",
                table: "tea_swaps",
                columns: new[] { "tenant_id", "duty_id" },
                unique: true,
                filter: "state = 'Asked'");

            RaiseWalls(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tea_draft_places");

            migrationBuilder.DropTable(
                name: "tea_settings");

            migrationBuilder.DropTable(
                name: "tea_swaps");

            migrationBuilder.DropTable(
                name: "tea_duties");

            migrationBuilder.DropTable(
                name: "tea_rotas");

            migrationBuilder.DropTable(
                name: "tea_slots");
        }
    }
}
