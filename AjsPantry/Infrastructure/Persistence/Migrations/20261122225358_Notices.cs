using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "day_labels",
                table: "tenants",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<bool>(
                name: "shows_hijri",
                table: "tenants",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "expires_at",
                table: "outbox_mails",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stop_link",
                table: "outbox_mails",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "announcements",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    pinned = table.Column<bool>(type: "boolean", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_announcements", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_announcements_title", "title <> ''");
                    table.ForeignKey(
                        name: "fk_announcements_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_announcements_members_tenant_id_created_by_id",
                        columns: x => new { x.tenant_id, x.created_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_announcements_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_read_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feeds", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_calendar_feeds_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_calendar_feeds_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meal_suggestions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    dish = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    side = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    notes = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    answer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    menu_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meal_suggestions", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_meal_suggestions_answer", "(answered_at IS NULL) = (state = 'Waiting') AND (state <> 'Declined' OR answer IS NOT NULL)");
                    table.CheckConstraint("ck_meal_suggestions_dish", "dish <> ''");
                    table.CheckConstraint("ck_meal_suggestions_menu", "menu_id IS NULL OR state = 'Accepted'");
                    table.ForeignKey(
                        name: "fk_meal_suggestions_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meal_suggestions_members_tenant_id_answered_by_id",
                        columns: x => new { x.tenant_id, x.answered_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meal_suggestions_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meal_suggestions_menus_tenant_id_menu_id",
                        columns: x => new { x.tenant_id, x.menu_id },
                        principalTable: "menus",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meal_suggestions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_settings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    no_mail = table.Column<string[]>(type: "text[]", nullable: false),
                    no_inbox = table.Column<string[]>(type: "text[]", nullable: false),
                    quiet_from = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    quiet_until = table.Column<TimeOnly>(type: "time without time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_settings", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_notice_settings_quiet", "(quiet_from IS NULL) = (quiet_until IS NULL)");
                    table.ForeignKey(
                        name: "fk_notice_settings_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_settings_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    cause = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    text = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_notices_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notices_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "requests",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    comment = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_requests", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_requests_days", "until >= \"from\" AND until - \"from\" < 366");
                    table.CheckConstraint("ck_requests_decision", "(decided_at IS NULL) = (state = 'Open') AND (decided_by_id IS NOT NULL) = (state IN ('Approved', 'Declined'))");
                    table.CheckConstraint("ck_requests_judge", "decided_by_id <> member_id");
                    table.ForeignKey(
                        name: "fk_requests_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_requests_members_tenant_id_decided_by_id",
                        columns: x => new { x.tenant_id, x.decided_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_requests_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_requests_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "special_events",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_special_events", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_special_events_title", "title <> ''");
                    table.ForeignKey(
                        name: "fk_special_events_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_special_events_members_tenant_id_created_by_id",
                        columns: x => new { x.tenant_id, x.created_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_special_events_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "turn_swaps",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gives_date = table.Column<DateOnly>(type: "date", nullable: false),
                    gives_room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    takes_date = table.Column<DateOnly>(type: "date", nullable: false),
                    takes_room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
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
                    table.PrimaryKey("pk_turn_swaps", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_turn_swaps_answer", "(answered_at IS NULL) = (state = 'Asked')");
                    table.CheckConstraint("ck_turn_swaps_two", "gives_room_id <> takes_room_id AND gives_date <> takes_date");
                    table.ForeignKey(
                        name: "fk_turn_swaps_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_turn_swaps_members_tenant_id_answered_by_id",
                        columns: x => new { x.tenant_id, x.answered_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_turn_swaps_members_tenant_id_asked_by_id",
                        columns: x => new { x.tenant_id, x.asked_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_turn_swaps_rooms_tenant_id_gives_room_id",
                        columns: x => new { x.tenant_id, x.gives_room_id },
                        principalTable: "rooms",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_turn_swaps_rooms_tenant_id_takes_room_id",
                        columns: x => new { x.tenant_id, x.takes_room_id },
                        principalTable: "rooms",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_turn_swaps_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_tenants_day_labels",
                table: "tenants",
                sql: "cardinality(day_labels) IN (0, 7)");

            migrationBuilder.CreateIndex(
                name: "ix_announcements_tenant_id_created_by_id",
                table: "announcements",
                columns: new[] { "tenant_id", "created_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_announcements_tenant_id_floor_id_until",
                table: "announcements",
                columns: new[] { "tenant_id", "floor_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ux_announcements_submission",
                table: "announcements",
                columns: new[] { "tenant_id", "submission_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_tenant_id_key_hash",
                table: "calendar_feeds",
                columns: new[] { "tenant_id", "key_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_calendar_feeds_live",
                table: "calendar_feeds",
                columns: new[] { "tenant_id", "member_id" },
                unique: true,
                filter: "revoked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meal_suggestions_tenant_id_answered_by_id",
                table: "meal_suggestions",
                columns: new[] { "tenant_id", "answered_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meal_suggestions_tenant_id_floor_id_date",
                table: "meal_suggestions",
                columns: new[] { "tenant_id", "floor_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_meal_suggestions_tenant_id_member_id_date",
                table: "meal_suggestions",
                columns: new[] { "tenant_id", "member_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_meal_suggestions_tenant_id_menu_id",
                table: "meal_suggestions",
                columns: new[] { "tenant_id", "menu_id" });

            migrationBuilder.CreateIndex(
                name: "ux_meal_suggestions_submission",
                table: "meal_suggestions",
                columns: new[] { "tenant_id", "submission_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_settings_tenant_id_member_id",
                table: "notice_settings",
                columns: new[] { "tenant_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_tenant_id_cause",
                table: "notices",
                columns: new[] { "tenant_id", "cause" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_tenant_id_member_id_created_at",
                table: "notices",
                columns: new[] { "tenant_id", "member_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ux_notices_cause",
                table: "notices",
                columns: new[] { "tenant_id", "member_id", "cause" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_requests_tenant_id_decided_by_id",
                table: "requests",
                columns: new[] { "tenant_id", "decided_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_tenant_id_floor_id_state_from",
                table: "requests",
                columns: new[] { "tenant_id", "floor_id", "state", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_tenant_id_member_id_from",
                table: "requests",
                columns: new[] { "tenant_id", "member_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ux_requests_submission",
                table: "requests",
                columns: new[] { "tenant_id", "submission_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_special_events_tenant_id_created_by_id",
                table: "special_events",
                columns: new[] { "tenant_id", "created_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_special_events_tenant_id_date",
                table: "special_events",
                columns: new[] { "tenant_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_special_events_tenant_id_floor_id",
                table: "special_events",
                columns: new[] { "tenant_id", "floor_id" });

            migrationBuilder.CreateIndex(
                name: "ux_special_events_submission",
                table: "special_events",
                columns: new[] { "tenant_id", "submission_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_turn_swaps_tenant_id_answered_by_id",
                table: "turn_swaps",
                columns: new[] { "tenant_id", "answered_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_turn_swaps_tenant_id_asked_by_id",
                table: "turn_swaps",
                columns: new[] { "tenant_id", "asked_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_turn_swaps_tenant_id_floor_id_created_at",
                table: "turn_swaps",
                columns: new[] { "tenant_id", "floor_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_turn_swaps_tenant_id_gives_room_id",
                table: "turn_swaps",
                columns: new[] { "tenant_id", "gives_room_id" });

            migrationBuilder.CreateIndex(
                name: "ix_turn_swaps_tenant_id_takes_room_id",
                table: "turn_swaps",
                columns: new[] { "tenant_id", "takes_room_id" });

            migrationBuilder.CreateIndex(
                name: "ux_turn_swaps_open",
                table: "turn_swaps",
                columns: new[] { "tenant_id", "floor_id", "gives_date" },
                unique: true,
                filter: "state = 'Asked'");
            RaiseWalls(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "announcements");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "meal_suggestions");

            migrationBuilder.DropTable(
                name: "notice_settings");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "requests");

            migrationBuilder.DropTable(
                name: "special_events");

            migrationBuilder.DropTable(
                name: "turn_swaps");

            migrationBuilder.DropCheckConstraint(
                name: "ck_tenants_day_labels",
                table: "tenants");

            migrationBuilder.DropColumn(
                name: "day_labels",
                table: "tenants");

            migrationBuilder.DropColumn(
                name: "shows_hijri",
                table: "tenants");

            migrationBuilder.DropColumn(
                name: "expires_at",
                table: "outbox_mails");

            migrationBuilder.DropColumn(
                name: "stop_link",
                table: "outbox_mails");
        }
    }
}
