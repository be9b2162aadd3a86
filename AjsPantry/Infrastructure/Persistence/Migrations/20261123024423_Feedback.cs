using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Feedback : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "answer",
                table: "ratings",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answered_at",
                table: "ratings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "answered_by_id",
                table: "ratings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "shows_name",
                table: "ratings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

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

            migrationBuilder.CreateIndex(
                name: "ix_ratings_tenant_id_answered_by_id",
                table: "ratings",
                columns: new[] { "tenant_id", "answered_by_id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_ratings_answer",
                table: "ratings",
                sql: "(answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by_id IS NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_settings_tenant_id_floor_id",
                table: "feedback_settings",
                columns: new[] { "tenant_id", "floor_id" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_ratings_members_tenant_id_answered_by_id",
                table: "ratings",
                columns: new[] { "tenant_id", "answered_by_id" },
                principalTable: "members",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.RaiseWall("feedback_settings", "SELECT, INSERT, UPDATE");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_ratings_members_tenant_id_answered_by_id",
                table: "ratings");

            migrationBuilder.DropTable(
                name: "feedback_settings");

            migrationBuilder.DropIndex(
                name: "ix_ratings_tenant_id_answered_by_id",
                table: "ratings");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ratings_answer",
                table: "ratings");

            migrationBuilder.DropColumn(
                name: "answer",
                table: "ratings");

            migrationBuilder.DropColumn(
                name: "answered_at",
                table: "ratings");

            migrationBuilder.DropColumn(
                name: "answered_by_id",
                table: "ratings");

            migrationBuilder.DropColumn(
                name: "shows_name",
                table: "ratings");
        }
    }
}
