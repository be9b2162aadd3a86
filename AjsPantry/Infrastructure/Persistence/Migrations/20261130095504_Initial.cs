using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:CollationDefinition:as_people_count", "und-u-kn-true,und-u-kn-true,icu,");

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tenants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    culture = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    mail_domain = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    meals = table.Column<string[]>(type: "text[]", nullable: false),
                    room_word = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    floor_word = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    honorifics = table.Column<string[]>(type: "text[]", nullable: false),
                    shows_hijri = table.Column<bool>(type: "boolean", nullable: false),
                    day_labels = table.Column<string[]>(type: "text[]", nullable: false),
                    one_session = table.Column<bool>(type: "boolean", nullable: false),
                    second_factor_roles = table.Column<string[]>(type: "text[]", nullable: false),
                    shared_idle_minutes = table.Column<int>(type: "integer", nullable: false),
                    own_idle_days = table.Column<int>(type: "integer", nullable: false),
                    absolute_days = table.Column<int>(type: "integer", nullable: false),
                    file_megabytes = table.Column<int>(type: "integer", nullable: false, defaultValue: 5000),
                    suspended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    suspend_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    is_platform = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenants", x => x.id);
                    table.CheckConstraint("ck_tenants_code", "code ~ '^[a-z0-9-]{2,20}$'");
                    table.CheckConstraint("ck_tenants_currency", "currency ~ '^[A-Z]{3}$'");
                    table.CheckConstraint("ck_tenants_day_labels", "cardinality(day_labels) IN (0, 7)");
                    table.CheckConstraint("ck_tenants_file_megabytes", "file_megabytes BETWEEN 10 AND 1000000");
                    table.CheckConstraint("ck_tenants_lifetimes", "shared_idle_minutes BETWEEN 5 AND 1440 AND own_idle_days BETWEEN 1 AND 90 AND absolute_days BETWEEN 1 AND 90");
                    table.CheckConstraint("ck_tenants_meals", "cardinality(meals) > 0 AND meals <@ ARRAY['breakfast', 'lunch', 'dinner']");
                    table.CheckConstraint("ck_tenants_suspension", "(suspended_at IS NULL) = (suspend_reason IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    thing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    thing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after = table.Column<string>(type: "jsonb", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    written_by = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: true),
                    session_member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    session_proof = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_audit_entries_session_proof", "session_proof IS NULL");
                    table.ForeignKey(
                        name: "fk_audit_entries_tenants_tenant_id",
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
                name: "floors",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_floors", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_floors_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "job_runs",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    period = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    requested_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    result = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_runs", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_job_runs_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_mails",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cause = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    html = table.Column<string>(type: "text", nullable: false),
                    has_secret = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stop_link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_mails", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_outbox_mails_tenants_tenant_id",
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
                name: "feedback_settings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shows_names = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_settings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_feedback_settings_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_feedback_settings_tenants_tenant_id",
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
                name: "members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    theme = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    deactivated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    came_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_code_step = table.Column<long>(type: "bigint", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members", x => x.id);
                    table.UniqueConstraint("ak_members_tenant_id_id", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_members_floor", "(role IN ('Admin', 'Operator')) = (floor_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_members_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_members_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    bills = table.Column<int>(type: "integer", nullable: false),
                    spent = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reports", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_reports", "extract(day from month) = 1 AND revision > 0");
                    table.CheckConstraint("ck_reports_days", "until >= \"from\" AND date_trunc('month', \"from\")::date = month AND (title <> '' OR (\"from\" = month AND until = (month + interval '1 month - 1 day')::date))");
                    table.ForeignKey(
                        name: "fk_reports_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reports_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rooms",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    label = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rooms", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_rooms_name", "name <> ''");
                    table.ForeignKey(
                        name: "fk_rooms_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rooms_tenants_tenant_id",
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
                name: "bills",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    shop = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    lines_total = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    charges = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    discount = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    total = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reverses_id = table.Column<Guid>(type: "uuid", nullable: true),
                    voided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    void_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bills", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_bills_amounts", "CASE WHEN reverses_id IS NULL THEN lines_total > 0 AND charges >= 0 AND discount >= 0 AND total >= 0 ELSE lines_total < 0 AND charges <= 0 AND discount <= 0 AND total <= 0 END");
                    table.CheckConstraint("ck_bills_total", "total = lines_total + charges - discount");
                    table.CheckConstraint("ck_bills_void", "(voided_at IS NULL) = (void_reason IS NULL)");
                    table.CheckConstraint("ck_bills_words", "number <> '' AND shop <> ''");
                    table.ForeignKey(
                        name: "fk_bills_bills_tenant_id_reverses_id",
                        columns: x => new { x.tenant_id, x.reverses_id },
                        principalTable: "bills",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bills_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bills_members_tenant_id_recorded_by_id",
                        columns: x => new { x.tenant_id, x.recorded_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bills_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budgets",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    allocated = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    alert_at = table.Column<int>(type: "integer", nullable: true),
                    notes = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    allocated_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    allocated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdraw_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budgets", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_budgets_amounts", "allocated >= 0 AND (alert_at IS NULL OR alert_at BETWEEN 1 AND 100)");
                    table.CheckConstraint("ck_budgets_days", "until >= \"from\" AND until - \"from\" < 366");
                    table.CheckConstraint("ck_budgets_withdrawn", "(withdrawn_at IS NULL) = (withdraw_reason IS NULL)");
                    table.ForeignKey(
                        name: "fk_budgets_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_budgets_members_tenant_id_allocated_by_id",
                        columns: x => new { x.tenant_id, x.allocated_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_budgets_tenants_tenant_id",
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
                name: "ideas",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    dish_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    answer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ideas", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_ideas_answer", "(answered_at IS NULL) = (answered_by_id IS NULL) AND (state IN ('Open', 'Withdrawn') OR answered_at IS NOT NULL) AND (state NOT IN ('Declined', 'Hidden') OR answer IS NOT NULL)");
                    table.CheckConstraint("ck_ideas_words", "title <> '' AND text <> ''");
                    table.ForeignKey(
                        name: "fk_ideas_dishes_tenant_id_dish_id",
                        columns: x => new { x.tenant_id, x.dish_id },
                        principalTable: "dishes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_members_tenant_id_answered_by_id",
                        columns: x => new { x.tenant_id, x.answered_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_members_tenant_id_author_id",
                        columns: x => new { x.tenant_id, x.author_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_invitations_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kept_forms",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_forms", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_kept_forms_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_kept_forms_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loans",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lender_floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    borrower_floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    item = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(12,3)", precision: 12, scale: 3, nullable: false),
                    unit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    lent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    notes = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    lent_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loans", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_loans_answered", "(answered_at IS NULL) = (answered_by_id IS NULL) AND (state <> 'Offered' OR answered_at IS NULL) AND (state NOT IN ('Lent', 'Returned', 'Declined') OR answered_at IS NOT NULL)");
                    table.CheckConstraint("ck_loans_due", "due_on IS NULL OR due_on >= lent_on");
                    table.CheckConstraint("ck_loans_floors", "lender_floor_id <> borrower_floor_id");
                    table.CheckConstraint("ck_loans_quantity", "item <> '' AND quantity > 0 AND (kind = 'Money') = (unit IS NULL) AND (kind <> 'Money' OR quantity = round(quantity, 2))");
                    table.ForeignKey(
                        name: "fk_loans_floors_tenant_id_borrower_floor_id",
                        columns: x => new { x.tenant_id, x.borrower_floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loans_floors_tenant_id_lender_floor_id",
                        columns: x => new { x.tenant_id, x.lender_floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loans_members_tenant_id_answered_by_id",
                        columns: x => new { x.tenant_id, x.answered_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loans_members_tenant_id_lent_by_id",
                        columns: x => new { x.tenant_id, x.lent_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loans_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_member_claims_members_tenant_id_user_id",
                        columns: x => new { x.tenant_id, x.user_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_claims_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_imports",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    requested_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    rows = table.Column<string>(type: "jsonb", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_imports", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_member_imports_members_tenant_id_requested_by_id",
                        columns: x => new { x.tenant_id, x.requested_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_imports_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_member_logins_members_tenant_id_user_id",
                        columns: x => new { x.tenant_id, x.user_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_logins_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_member_tokens_members_tenant_id_user_id",
                        columns: x => new { x.tenant_id, x.user_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_tokens_tenants_tenant_id",
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
                name: "security_events",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    address = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_security_events", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_security_events_kind", "kind <> ''");
                    table.ForeignKey(
                        name: "fk_security_events_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_security_events_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    security_stamp = table.Column<string>(type: "text", nullable: false),
                    shared_device = table.Column<bool>(type: "boolean", nullable: false),
                    method = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_sessions_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sessions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shopping_items",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(10,3)", precision: 10, scale: 3, nullable: false),
                    unit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    priority = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    needed_by = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    bought_on = table.Column<DateOnly>(type: "date", nullable: true),
                    bought_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    bought_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    bought_quantity = table.Column<decimal>(type: "numeric(10,3)", precision: 10, scale: 3, nullable: true),
                    price = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    shop = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shopping_items", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_shopping_items_amounts", "(price IS NULL OR price > 0) AND (bought_quantity IS NULL OR bought_quantity > 0)");
                    table.CheckConstraint("ck_shopping_items_assigned", "(state <> 'Needed' OR assignee_id IS NULL) AND (state <> 'Assigned' OR assignee_id IS NOT NULL)");
                    table.CheckConstraint("ck_shopping_items_bought", "(state IN ('Bought', 'Billed')) = (bought_at IS NOT NULL) AND (bought_at IS NULL) = (bought_on IS NULL) AND (bought_at IS NULL) = (bought_quantity IS NULL) AND (bought_at IS NOT NULL OR (bought_by_id IS NULL AND price IS NULL AND shop IS NULL))");
                    table.CheckConstraint("ck_shopping_items_words", "name <> '' AND quantity > 0");
                    table.ForeignKey(
                        name: "fk_shopping_items_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shopping_items_members_tenant_id_added_by_id",
                        columns: x => new { x.tenant_id, x.added_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shopping_items_members_tenant_id_assignee_id",
                        columns: x => new { x.tenant_id, x.assignee_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shopping_items_members_tenant_id_bought_by_id",
                        columns: x => new { x.tenant_id, x.bought_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shopping_items_tenants_tenant_id",
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
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
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
                    table.CheckConstraint("ck_special_events_until", "until > date AND until < date + 31");
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
                name: "month_closings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reopened_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reopened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reopen_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_month_closings", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_month_closings_confirmed", "(confirmed_at IS NULL) = (confirmed_by_id IS NULL) AND (state <> 'Confirmed' OR confirmed_at IS NOT NULL) AND (state <> 'Closed' OR confirmed_at IS NULL)");
                    table.CheckConstraint("ck_month_closings_four_eyes", "confirmed_by_id <> closed_by_id");
                    table.CheckConstraint("ck_month_closings_month", "extract(day from month) = 1");
                    table.CheckConstraint("ck_month_closings_reopened", "(state = 'Reopened') = (reopened_at IS NOT NULL) AND (reopened_at IS NULL) = (reopen_reason IS NULL) AND (reopened_at IS NULL) = (reopened_by_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_month_closings_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_month_closings_members_tenant_id_closed_by_id",
                        columns: x => new { x.tenant_id, x.closed_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_month_closings_members_tenant_id_confirmed_by_id",
                        columns: x => new { x.tenant_id, x.confirmed_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_month_closings_members_tenant_id_reopened_by_id",
                        columns: x => new { x.tenant_id, x.reopened_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_month_closings_reports_tenant_id_report_id",
                        columns: x => new { x.tenant_id, x.report_id },
                        principalTable: "reports",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_month_closings_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_files",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    format = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_files", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_report_files", "format IN ('pdf', 'xlsx', 'csv', 'vouchers') AND sha256 = sha256(content)");
                    table.ForeignKey(
                        name: "fk_report_files_reports_tenant_id_report_id",
                        columns: x => new { x.tenant_id, x.report_id },
                        principalTable: "reports",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_files_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_put_aways",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    put_away_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    put_away_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_put_aways", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_report_put_aways_members_tenant_id_put_away_by_id",
                        columns: x => new { x.tenant_id, x.put_away_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_put_aways_reports_tenant_id_report_id",
                        columns: x => new { x.tenant_id, x.report_id },
                        principalTable: "reports",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_put_aways_tenants_tenant_id",
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
                name: "fines",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    floor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    room_id = table.Column<Guid>(type: "uuid", nullable: true),
                    amount = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_with = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fines", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_fines_amount", "amount > 0 AND reason <> ''");
                    table.CheckConstraint("ck_fines_settled", "(state = 'Open') = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by_id IS NULL) AND (state <> 'Waived' OR settled_with IS NOT NULL)");
                    table.CheckConstraint("ck_fines_whose", "(member_id IS NULL) <> (room_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_fines_floors_tenant_id_floor_id",
                        columns: x => new { x.tenant_id, x.floor_id },
                        principalTable: "floors",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fines_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fines_members_tenant_id_recorded_by_id",
                        columns: x => new { x.tenant_id, x.recorded_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fines_members_tenant_id_settled_by_id",
                        columns: x => new { x.tenant_id, x.settled_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fines_rooms_tenant_id_room_id",
                        columns: x => new { x.tenant_id, x.room_id },
                        principalTable: "rooms",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fines_tenants_tenant_id",
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

            migrationBuilder.CreateTable(
                name: "room_stays",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_stays", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_room_stays", "until IS NULL OR until >= since");
                    table.ForeignKey(
                        name: "fk_room_stays_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_room_stays_rooms_tenant_id_room_id",
                        columns: x => new { x.tenant_id, x.room_id },
                        principalTable: "rooms",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_room_stays_tenants_tenant_id",
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

            migrationBuilder.CreateTable(
                name: "receipts",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    pages = table.Column<int>(type: "integer", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipts", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_receipts", "name <> '' AND pages > 0 AND size > 0");
                    table.ForeignKey(
                        name: "fk_receipts_bills_tenant_id_bill_id",
                        columns: x => new { x.tenant_id, x.bill_id },
                        principalTable: "bills",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_receipts_members_tenant_id_added_by_id",
                        columns: x => new { x.tenant_id, x.added_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_receipts_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "idea_comments",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hidden_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hidden_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_comments", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_idea_comments", "text <> ''");
                    table.CheckConstraint("ck_idea_comments_hidden", "(hidden_at IS NULL) = (hidden_by_id IS NULL) AND (hidden_at IS NULL) = (hidden_reason IS NULL)");
                    table.ForeignKey(
                        name: "fk_idea_comments_ideas_tenant_id_idea_id",
                        columns: x => new { x.tenant_id, x.idea_id },
                        principalTable: "ideas",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_idea_comments_members_tenant_id_author_id",
                        columns: x => new { x.tenant_id, x.author_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_idea_comments_members_tenant_id_hidden_by_id",
                        columns: x => new { x.tenant_id, x.hidden_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_idea_comments_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "idea_votes",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_votes", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_idea_votes_ideas_tenant_id_idea_id",
                        columns: x => new { x.tenant_id, x.idea_id },
                        principalTable: "ideas",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_idea_votes_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_idea_votes_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_returns",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(12,3)", precision: 12, scale: 3, nullable: false),
                    returned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    returned_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    returned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed = table.Column<bool>(type: "boolean", nullable: true),
                    confirmed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_returns", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_loan_returns", "quantity > 0 AND (confirmed IS NULL) = (confirmed_at IS NULL) AND (confirmed IS NULL) = (confirmed_by_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_loan_returns_loans_tenant_id_loan_id",
                        columns: x => new { x.tenant_id, x.loan_id },
                        principalTable: "loans",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_returns_members_tenant_id_confirmed_by_id",
                        columns: x => new { x.tenant_id, x.confirmed_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_returns_members_tenant_id_returned_by_id",
                        columns: x => new { x.tenant_id, x.returned_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_returns_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bill_lines",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    item = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(10,3)", precision: 10, scale: 3, nullable: false),
                    unit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    unit_price = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    amount = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    shopping_item_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bill_lines", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_bill_lines_amounts", "quantity > 0 AND amount <> 0 AND (unit_price IS NULL OR unit_price > 0)");
                    table.CheckConstraint("ck_bill_lines_item", "item <> ''");
                    table.CheckConstraint("ck_bill_lines_price", "unit_price IS NULL OR abs(amount - quantity * unit_price) <= 0.005 * quantity + 0.005");
                    table.ForeignKey(
                        name: "fk_bill_lines_bills_tenant_id_bill_id",
                        columns: x => new { x.tenant_id, x.bill_id },
                        principalTable: "bills",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bill_lines_shopping_items_tenant_id_shopping_item_id",
                        columns: x => new { x.tenant_id, x.shopping_item_id },
                        principalTable: "shopping_items",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bill_lines_tenants_tenant_id",
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
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    confirmed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tea_duties", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_tea_duties_confirmed", "(confirmed_at IS NULL) = (confirmed_by_id IS NULL) AND (confirmed_at IS NULL OR marked_at IS NOT NULL)");
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
                        name: "fk_tea_duties_members_tenant_id_confirmed_by_id",
                        columns: x => new { x.tenant_id, x.confirmed_by_id },
                        principalTable: "members",
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
                name: "ratings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    menu_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stars = table.Column<int>(type: "integer", nullable: false),
                    comment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    shows_name = table.Column<bool>(type: "boolean", nullable: false),
                    answer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    photo_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hidden_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hidden_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ratings", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_ratings_answer", "(answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by_id IS NULL)");
                    table.CheckConstraint("ck_ratings_hidden", "(hidden_at IS NULL) = (hidden_by_id IS NULL) AND (hidden_at IS NULL) = (hidden_reason IS NULL)");
                    table.CheckConstraint("ck_ratings_stars", "stars BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "fk_ratings_members_tenant_id_answered_by_id",
                        columns: x => new { x.tenant_id, x.answered_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ratings_members_tenant_id_hidden_by_id",
                        columns: x => new { x.tenant_id, x.hidden_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ratings_members_tenant_id_member_id",
                        columns: x => new { x.tenant_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ratings_menus_tenant_id_menu_id",
                        columns: x => new { x.tenant_id, x.menu_id },
                        principalTable: "menus",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ratings_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "receipt_contents",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    receipt_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipt_contents", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_receipt_contents_receipts_tenant_id_receipt_id",
                        columns: x => new { x.tenant_id, x.receipt_id },
                        principalTable: "receipts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_receipt_contents_tenants_tenant_id",
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

            migrationBuilder.CreateTable(
                name: "rating_photos",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rating_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_png = table.Column<bool>(type: "boolean", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rating_photos", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_rating_photos", "length(bytes) > 0");
                    table.ForeignKey(
                        name: "fk_rating_photos_ratings_tenant_id_rating_id",
                        columns: x => new { x.tenant_id, x.rating_id },
                        principalTable: "ratings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rating_photos_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "ix_audit_entries_bills",
                table: "audit_entries",
                columns: new[] { "tenant_id", "at" },
                filter: "thing = 'Bill' AND kind = 'Added'");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_tenant_id_at",
                table: "audit_entries",
                columns: new[] { "tenant_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_tenant_id_thing_id",
                table: "audit_entries",
                columns: new[] { "tenant_id", "thing_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bill_lines_tenant_id_bill_id_position",
                table: "bill_lines",
                columns: new[] { "tenant_id", "bill_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bill_lines_tenant_id_shopping_item_id",
                table: "bill_lines",
                columns: new[] { "tenant_id", "shopping_item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bills_tenant_id_floor_id_date",
                table: "bills",
                columns: new[] { "tenant_id", "floor_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_bills_tenant_id_floor_id_recorded_at",
                table: "bills",
                columns: new[] { "tenant_id", "floor_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_bills_tenant_id_recorded_by_id",
                table: "bills",
                columns: new[] { "tenant_id", "recorded_by_id" });

            migrationBuilder.CreateIndex(
                name: "ux_bills_reverses",
                table: "bills",
                columns: new[] { "tenant_id", "reverses_id" },
                unique: true,
                filter: "voided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_bills_submission",
                table: "bills",
                columns: new[] { "tenant_id", "submission_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_budgets_tenant_id_allocated_by_id",
                table: "budgets",
                columns: new[] { "tenant_id", "allocated_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_budgets_tenant_id_floor_id_from",
                table: "budgets",
                columns: new[] { "tenant_id", "floor_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ux_budgets_submission",
                table: "budgets",
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
                name: "ix_cooking_rota_rooms_tenant_id_room_id",
                table: "cooking_rota_rooms",
                columns: new[] { "tenant_id", "room_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cooking_rota_rooms_tenant_id_rota_id_position",
                table: "cooking_rota_rooms",
                columns: new[] { "tenant_id", "rota_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cooking_rotas_tenant_id_floor_id_starts_on",
                table: "cooking_rotas",
                columns: new[] { "tenant_id", "floor_id", "starts_on" },
                unique: true);

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
                name: "ix_feedback_settings_tenant_id_floor_id",
                table: "feedback_settings",
                columns: new[] { "tenant_id", "floor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fines_tenant_id_floor_id_date",
                table: "fines",
                columns: new[] { "tenant_id", "floor_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_fines_tenant_id_member_id",
                table: "fines",
                columns: new[] { "tenant_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fines_tenant_id_recorded_by_id",
                table: "fines",
                columns: new[] { "tenant_id", "recorded_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fines_tenant_id_room_id",
                table: "fines",
                columns: new[] { "tenant_id", "room_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fines_tenant_id_settled_by_id",
                table: "fines",
                columns: new[] { "tenant_id", "settled_by_id" });

            migrationBuilder.CreateIndex(
                name: "ux_fines_submission",
                table: "fines",
                columns: new[] { "tenant_id", "submission_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_floors_tenant_id_number",
                table: "floors",
                columns: new[] { "tenant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idea_comments_tenant_id_author_id",
                table: "idea_comments",
                columns: new[] { "tenant_id", "author_id" });

            migrationBuilder.CreateIndex(
                name: "ix_idea_comments_tenant_id_hidden_by_id",
                table: "idea_comments",
                columns: new[] { "tenant_id", "hidden_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_idea_comments_tenant_id_idea_id_created_at",
                table: "idea_comments",
                columns: new[] { "tenant_id", "idea_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ux_idea_comments_submission",
                table: "idea_comments",
                columns: new[] { "tenant_id", "submission_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idea_votes_tenant_id_member_id",
                table: "idea_votes",
                columns: new[] { "tenant_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ux_idea_votes_once",
                table: "idea_votes",
                columns: new[] { "tenant_id", "idea_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ideas_tenant_id_answered_by_id",
                table: "ideas",
                columns: new[] { "tenant_id", "answered_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_tenant_id_author_id",
                table: "ideas",
                columns: new[] { "tenant_id", "author_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_tenant_id_dish_id",
                table: "ideas",
                columns: new[] { "tenant_id", "dish_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_tenant_id_floor_id_state_created_at",
                table: "ideas",
                columns: new[] { "tenant_id", "floor_id", "state", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ux_ideas_submission",
                table: "ideas",
                columns: new[] { "tenant_id", "submission_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_tenant_id_code_hash",
                table: "invitations",
                columns: new[] { "tenant_id", "code_hash" },
                unique: true,
                filter: "used_at IS NULL AND withdrawn_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_tenant_id_key_hash",
                table: "invitations",
                columns: new[] { "tenant_id", "key_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_tenant_id_member_id",
                table: "invitations",
                columns: new[] { "tenant_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_failed",
                table: "job_runs",
                columns: new[] { "tenant_id", "queued_at" },
                filter: "state = 'Failed'");

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_tenant_id_kind_queued_at",
                table: "job_runs",
                columns: new[] { "tenant_id", "kind", "queued_at" });

            migrationBuilder.CreateIndex(
                name: "ux_job_runs_scheduled",
                table: "job_runs",
                columns: new[] { "tenant_id", "kind", "period" },
                unique: true,
                filter: "requested_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_kept_forms_tenant_id_member_id",
                table: "kept_forms",
                columns: new[] { "tenant_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_leave_days_tenant_id_floor_id_date",
                table: "leave_days",
                columns: new[] { "tenant_id", "floor_id", "date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_returns_tenant_id_confirmed_by_id",
                table: "loan_returns",
                columns: new[] { "tenant_id", "confirmed_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_returns_tenant_id_loan_id",
                table: "loan_returns",
                columns: new[] { "tenant_id", "loan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_returns_tenant_id_returned_by_id",
                table: "loan_returns",
                columns: new[] { "tenant_id", "returned_by_id" });

            migrationBuilder.CreateIndex(
                name: "ux_loan_returns_submission",
                table: "loan_returns",
                columns: new[] { "tenant_id", "submission_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loans_tenant_id_answered_by_id",
                table: "loans",
                columns: new[] { "tenant_id", "answered_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_tenant_id_borrower_floor_id_state",
                table: "loans",
                columns: new[] { "tenant_id", "borrower_floor_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_tenant_id_lender_floor_id_state",
                table: "loans",
                columns: new[] { "tenant_id", "lender_floor_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_loans_tenant_id_lent_by_id",
                table: "loans",
                columns: new[] { "tenant_id", "lent_by_id" });

            migrationBuilder.CreateIndex(
                name: "ux_loans_submission",
                table: "loans",
                columns: new[] { "tenant_id", "submission_id" },
                unique: true);

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
                name: "ix_member_claims_tenant_id_user_id",
                table: "member_claims",
                columns: new[] { "tenant_id", "user_id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_imports_tenant_id_requested_by_id",
                table: "member_imports",
                columns: new[] { "tenant_id", "requested_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_logins_tenant_id_user_id",
                table: "member_logins",
                columns: new[] { "tenant_id", "user_id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_tokens_tenant_id_user_id",
                table: "member_tokens",
                columns: new[] { "tenant_id", "user_id" });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "members",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_members_tenant_id_floor_id",
                table: "members",
                columns: new[] { "tenant_id", "floor_id" });

            migrationBuilder.CreateIndex(
                name: "ix_members_tenant_id_normalized_email",
                table: "members",
                columns: new[] { "tenant_id", "normalized_email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_tenant_id_number",
                table: "members",
                columns: new[] { "tenant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "members",
                column: "normalized_user_name",
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

            migrationBuilder.CreateIndex(
                name: "ix_month_closings_tenant_id_closed_by_id",
                table: "month_closings",
                columns: new[] { "tenant_id", "closed_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_month_closings_tenant_id_confirmed_by_id",
                table: "month_closings",
                columns: new[] { "tenant_id", "confirmed_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_month_closings_tenant_id_reopened_by_id",
                table: "month_closings",
                columns: new[] { "tenant_id", "reopened_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_month_closings_tenant_id_report_id",
                table: "month_closings",
                columns: new[] { "tenant_id", "report_id" });

            migrationBuilder.CreateIndex(
                name: "ux_month_closings_month",
                table: "month_closings",
                columns: new[] { "tenant_id", "floor_id", "month" },
                unique: true,
                filter: "state <> 'Reopened'");

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
                name: "ix_outbox_mails_tenant_id_cause",
                table: "outbox_mails",
                columns: new[] { "tenant_id", "cause" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mails_tenant_id_created_at_id",
                table: "outbox_mails",
                columns: new[] { "tenant_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mails_tenant_id_next_try_at",
                table: "outbox_mails",
                columns: new[] { "tenant_id", "next_try_at" },
                filter: "sent_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_rating_photos_once",
                table: "rating_photos",
                columns: new[] { "tenant_id", "rating_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ratings_tenant_id_answered_by_id",
                table: "ratings",
                columns: new[] { "tenant_id", "answered_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ratings_tenant_id_hidden_by_id",
                table: "ratings",
                columns: new[] { "tenant_id", "hidden_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ratings_tenant_id_member_id",
                table: "ratings",
                columns: new[] { "tenant_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ux_ratings_once",
                table: "ratings",
                columns: new[] { "tenant_id", "menu_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_receipt_contents_tenant_id_receipt_id",
                table: "receipt_contents",
                columns: new[] { "tenant_id", "receipt_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_receipts_tenant_id_added_by_id",
                table: "receipts",
                columns: new[] { "tenant_id", "added_by_id" });

            migrationBuilder.CreateIndex(
                name: "ux_receipts_content",
                table: "receipts",
                columns: new[] { "tenant_id", "bill_id", "sha256" },
                unique: true,
                filter: "removed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_report_files_tenant_id_report_id_format",
                table: "report_files",
                columns: new[] { "tenant_id", "report_id", "format" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_put_aways_tenant_id_put_away_by_id",
                table: "report_put_aways",
                columns: new[] { "tenant_id", "put_away_by_id" });

            migrationBuilder.CreateIndex(
                name: "ux_report_put_aways_standing",
                table: "report_put_aways",
                columns: new[] { "tenant_id", "report_id" },
                unique: true,
                filter: "taken_out_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_reports_revision",
                table: "reports",
                columns: new[] { "tenant_id", "floor_id", "month", "title", "from", "until", "revision" },
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
                name: "ix_room_stays_tenant_id_member_id",
                table: "room_stays",
                columns: new[] { "tenant_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ux_room_stays_present",
                table: "room_stays",
                columns: new[] { "tenant_id", "room_id", "member_id" },
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_rooms_tenant_id_floor_id",
                table: "rooms",
                columns: new[] { "tenant_id", "floor_id" });

            migrationBuilder.CreateIndex(
                name: "ix_security_events_tenant_id_member_id_at",
                table: "security_events",
                columns: new[] { "tenant_id", "member_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_tenant_id_key_hash",
                table: "sessions",
                columns: new[] { "tenant_id", "key_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_tenant_id_member_id",
                table: "sessions",
                columns: new[] { "tenant_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_shopping_items_paid",
                table: "shopping_items",
                columns: new[] { "tenant_id", "floor_id", "name", "unit", "bought_on" },
                filter: "price IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_shopping_items_tenant_id_added_by_id",
                table: "shopping_items",
                columns: new[] { "tenant_id", "added_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_shopping_items_tenant_id_assignee_id_state",
                table: "shopping_items",
                columns: new[] { "tenant_id", "assignee_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_shopping_items_tenant_id_bought_by_id",
                table: "shopping_items",
                columns: new[] { "tenant_id", "bought_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_shopping_items_tenant_id_floor_id_state_added_at",
                table: "shopping_items",
                columns: new[] { "tenant_id", "floor_id", "state", "added_at" });

            migrationBuilder.CreateIndex(
                name: "ux_shopping_items_submission",
                table: "shopping_items",
                columns: new[] { "tenant_id", "submission_id", "position" },
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
                name: "ix_tea_duties_tenant_id_confirmed_by_id",
                table: "tea_duties",
                columns: new[] { "tenant_id", "confirmed_by_id" });

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

            migrationBuilder.CreateIndex(
                name: "ix_tenants_code",
                table: "tenants",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tenants_is_platform",
                table: "tenants",
                column: "is_platform",
                unique: true,
                filter: "is_platform");

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

            AddRules(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "announcements");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "bill_lines");

            migrationBuilder.DropTable(
                name: "budgets");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "cooking_rota_rooms");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "dish_champions");

            migrationBuilder.DropTable(
                name: "dish_ingredients");

            migrationBuilder.DropTable(
                name: "duties");

            migrationBuilder.DropTable(
                name: "feedback_settings");

            migrationBuilder.DropTable(
                name: "fines");

            migrationBuilder.DropTable(
                name: "idea_comments");

            migrationBuilder.DropTable(
                name: "idea_votes");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "job_runs");

            migrationBuilder.DropTable(
                name: "kept_forms");

            migrationBuilder.DropTable(
                name: "leave_days");

            migrationBuilder.DropTable(
                name: "loan_returns");

            migrationBuilder.DropTable(
                name: "meal_suggestions");

            migrationBuilder.DropTable(
                name: "member_claims");

            migrationBuilder.DropTable(
                name: "member_imports");

            migrationBuilder.DropTable(
                name: "member_logins");

            migrationBuilder.DropTable(
                name: "member_tokens");

            migrationBuilder.DropTable(
                name: "month_closings");

            migrationBuilder.DropTable(
                name: "notice_settings");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "outbox_mails");

            migrationBuilder.DropTable(
                name: "rating_photos");

            migrationBuilder.DropTable(
                name: "receipt_contents");

            migrationBuilder.DropTable(
                name: "report_files");

            migrationBuilder.DropTable(
                name: "report_put_aways");

            migrationBuilder.DropTable(
                name: "requests");

            migrationBuilder.DropTable(
                name: "room_stays");

            migrationBuilder.DropTable(
                name: "security_events");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "special_events");

            migrationBuilder.DropTable(
                name: "tea_draft_places");

            migrationBuilder.DropTable(
                name: "tea_settings");

            migrationBuilder.DropTable(
                name: "tea_swaps");

            migrationBuilder.DropTable(
                name: "turn_swaps");

            migrationBuilder.DropTable(
                name: "shopping_items");

            migrationBuilder.DropTable(
                name: "cooking_rotas");

            migrationBuilder.DropTable(
                name: "ideas");

            migrationBuilder.DropTable(
                name: "loans");

            migrationBuilder.DropTable(
                name: "ratings");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropTable(
                name: "tea_duties");

            migrationBuilder.DropTable(
                name: "menus");

            migrationBuilder.DropTable(
                name: "bills");

            migrationBuilder.DropTable(
                name: "tea_rotas");

            migrationBuilder.DropTable(
                name: "tea_slots");

            migrationBuilder.DropTable(
                name: "dishes");

            migrationBuilder.DropTable(
                name: "rooms");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "floors");

            migrationBuilder.DropTable(
                name: "tenants");
        }
    }
}
