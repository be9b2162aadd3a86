using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Procurement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_reports_revision",
                table: "reports");

            migrationBuilder.DropCheckConstraint(
                name: "ck_report_files",
                table: "report_files");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bills_amounts",
                table: "bills");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bill_lines_amounts",
                table: "bill_lines");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "confirmed_at",
                table: "tea_duties",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "confirmed_by_id",
                table: "tea_duties",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "from",
                table: "reports",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "reports",
                type: "character varying(150)",
                maxLength: 150,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "until",
                table: "reports",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            DateReports(migrationBuilder);

            migrationBuilder.AlterColumn<string>(
                name: "format",
                table: "report_files",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(4)",
                oldMaxLength: 4);

            migrationBuilder.AddColumn<Guid>(
                name: "reverses_id",
                table: "bills",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "shopping_item_id",
                table: "bill_lines",
                type: "uuid",
                nullable: true);

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
                    table.CheckConstraint("ck_ideas_answer", "(answered_at IS NULL) = (answered_by_id IS NULL) AND (state = 'Open' OR answered_at IS NOT NULL) AND (state <> 'Declined' OR answer IS NOT NULL)");
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
                name: "idea_comments",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_comments", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_idea_comments", "text <> ''");
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

            migrationBuilder.CreateIndex(
                name: "ix_tea_duties_tenant_id_confirmed_by_id",
                table: "tea_duties",
                columns: new[] { "tenant_id", "confirmed_by_id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_tea_duties_confirmed",
                table: "tea_duties",
                sql: "(confirmed_at IS NULL) = (confirmed_by_id IS NULL) AND (confirmed_at IS NULL OR marked_at IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "ux_reports_revision",
                table: "reports",
                columns: new[] { "tenant_id", "floor_id", "month", "title", "from", "until", "revision" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_reports_days",
                table: "reports",
                sql: "until >= \"from\" AND date_trunc('month', \"from\")::date = month AND (title <> '' OR (\"from\" = month AND until = (month + interval '1 month - 1 day')::date))");

            migrationBuilder.AddCheckConstraint(
                name: "ck_report_files",
                table: "report_files",
                sql: "format IN ('pdf', 'xlsx', 'csv', 'vouchers') AND sha256 = sha256(content)");

            migrationBuilder.CreateIndex(
                name: "ux_bills_reverses",
                table: "bills",
                columns: new[] { "tenant_id", "reverses_id" },
                unique: true,
                filter: "voided_at IS NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bills_amounts",
                table: "bills",
                sql: "CASE WHEN reverses_id IS NULL THEN lines_total > 0 AND charges >= 0 AND discount >= 0 AND total >= 0 ELSE lines_total < 0 AND charges <= 0 AND discount <= 0 AND total <= 0 END");

            migrationBuilder.CreateIndex(
                name: "ix_bill_lines_tenant_id_shopping_item_id",
                table: "bill_lines",
                columns: new[] { "tenant_id", "shopping_item_id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_bill_lines_amounts",
                table: "bill_lines",
                sql: "quantity > 0 AND amount <> 0 AND (unit_price IS NULL OR unit_price > 0)");

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
                name: "ix_idea_comments_tenant_id_author_id",
                table: "idea_comments",
                columns: new[] { "tenant_id", "author_id" });

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

            migrationBuilder.AddForeignKey(
                name: "fk_bill_lines_shopping_items_tenant_id_shopping_item_id",
                table: "bill_lines",
                columns: new[] { "tenant_id", "shopping_item_id" },
                principalTable: "shopping_items",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_bills_bills_tenant_id_reverses_id",
                table: "bills",
                columns: new[] { "tenant_id", "reverses_id" },
                principalTable: "bills",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_tea_duties_members_tenant_id_confirmed_by_id",
                table: "tea_duties",
                columns: new[] { "tenant_id", "confirmed_by_id" },
                principalTable: "members",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            RaiseWalls(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_bill_lines_shopping_items_tenant_id_shopping_item_id",
                table: "bill_lines");

            migrationBuilder.DropForeignKey(
                name: "fk_bills_bills_tenant_id_reverses_id",
                table: "bills");

            migrationBuilder.DropForeignKey(
                name: "fk_tea_duties_members_tenant_id_confirmed_by_id",
                table: "tea_duties");

            migrationBuilder.DropTable(
                name: "budgets");

            migrationBuilder.DropTable(
                name: "fines");

            migrationBuilder.DropTable(
                name: "idea_comments");

            migrationBuilder.DropTable(
                name: "idea_votes");

            migrationBuilder.DropTable(
                name: "loan_returns");

            migrationBuilder.DropTable(
                name: "month_closings");

            migrationBuilder.DropTable(
                name: "receipt_contents");

            migrationBuilder.DropTable(
                name: "shopping_items");

            migrationBuilder.DropTable(
                name: "ideas");

            migrationBuilder.DropTable(
                name: "loans");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropIndex(
                name: "ix_tea_duties_tenant_id_confirmed_by_id",
                table: "tea_duties");

            migrationBuilder.DropCheckConstraint(
                name: "ck_tea_duties_confirmed",
                table: "tea_duties");

            migrationBuilder.DropIndex(
                name: "ux_reports_revision",
                table: "reports");

            migrationBuilder.DropCheckConstraint(
                name: "ck_reports_days",
                table: "reports");

            migrationBuilder.DropCheckConstraint(
                name: "ck_report_files",
                table: "report_files");

            migrationBuilder.DropIndex(
                name: "ux_bills_reverses",
                table: "bills");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bills_amounts",
                table: "bills");

            migrationBuilder.DropIndex(
                name: "ix_bill_lines_tenant_id_shopping_item_id",
                table: "bill_lines");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bill_lines_amounts",
                table: "bill_lines");

            migrationBuilder.DropColumn(
                name: "confirmed_at",
                table: "tea_duties");

            migrationBuilder.DropColumn(
                name: "confirmed_by_id",
                table: "tea_duties");

            migrationBuilder.DropColumn(
                name: "from",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "title",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "until",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "reverses_id",
                table: "bills");

            migrationBuilder.DropColumn(
                name: "shopping_item_id",
                table: "bill_lines");

            migrationBuilder.AlterColumn<string>(
                name: "format",
                table: "report_files",
                type: "character varying(4)",
                maxLength: 4,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(10)",
                oldMaxLength: 10);

            migrationBuilder.CreateIndex(
                name: "ux_reports_revision",
                table: "reports",
                columns: new[] { "tenant_id", "floor_id", "month", "revision" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_report_files",
                table: "report_files",
                sql: "format IN ('pdf', 'xlsx', 'csv') AND sha256 = sha256(content)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bills_amounts",
                table: "bills",
                sql: "lines_total > 0 AND charges >= 0 AND discount >= 0 AND total >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bill_lines_amounts",
                table: "bill_lines",
                sql: "quantity > 0 AND amount > 0 AND (unit_price IS NULL OR unit_price > 0)");
        }
    }
}
