using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class NewsBySubject : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "notice_id",
                table: "outbox_mails",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "occasion",
                table: "notices",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "step",
                table: "notices",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "subject_id",
                table: "notices",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "told_meals",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    menu_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_told_meals", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_told_meals_menus_tenant_id_menu_id",
                        columns: x => new { x.tenant_id, x.menu_id },
                        principalTable: "menus",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_told_meals_notices_tenant_id_notice_id",
                        columns: x => new { x.tenant_id, x.notice_id },
                        principalTable: "notices",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_told_meals_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.RaiseWall("told_meals", "SELECT, INSERT, DELETE");
            SplitCauses(migrationBuilder);

            migrationBuilder.DropIndex(
                name: "ix_notices_tenant_id_cause",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ux_notices_cause",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "notices");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mails_tenant_id_notice_id",
                table: "outbox_mails",
                columns: new[] { "tenant_id", "notice_id" },
                filter: "notice_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notices_tenant_id_subject_id_step",
                table: "notices",
                columns: new[] { "tenant_id", "subject_id", "step" });

            migrationBuilder.CreateIndex(
                name: "ux_notices_told",
                table: "notices",
                columns: new[] { "tenant_id", "member_id", "subject_id", "step", "occasion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_told_meals_tenant_id_menu_id_notice_id",
                table: "told_meals",
                columns: new[] { "tenant_id", "menu_id", "notice_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_told_meals_tenant_id_notice_id",
                table: "told_meals",
                columns: new[] { "tenant_id", "notice_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "cause",
                table: "notices",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            JoinCauses(migrationBuilder);

            migrationBuilder.DropTable(
                name: "told_meals");

            migrationBuilder.DropIndex(
                name: "ix_outbox_mails_tenant_id_notice_id",
                table: "outbox_mails");

            migrationBuilder.DropIndex(
                name: "ix_notices_tenant_id_subject_id_step",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ux_notices_told",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "notice_id",
                table: "outbox_mails");

            migrationBuilder.DropColumn(
                name: "occasion",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "step",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "subject_id",
                table: "notices");

            migrationBuilder.CreateIndex(
                name: "ix_notices_tenant_id_cause",
                table: "notices",
                columns: new[] { "tenant_id", "cause" });

            migrationBuilder.CreateIndex(
                name: "ux_notices_cause",
                table: "notices",
                columns: new[] { "tenant_id", "member_id", "cause" },
                unique: true);
        }
    }
}
