using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ChangeMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "change_marks",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    about_id = table.Column<Guid>(type: "uuid", nullable: false),
                    transaction = table.Column<long>(type: "bigint", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_marks", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_change_marks_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_change_marks_transaction",
                table: "change_marks",
                columns: new[] { "tenant_id", "about_id", "transaction", "made_at" },
                unique: true)
                .Annotation("Npgsql:IndexInclude", new[] { "value" });

            migrationBuilder.RaiseWall("change_marks", "SELECT, INSERT, DELETE");
            LeaveMarks(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            LeaveNoMarks(migrationBuilder);
            migrationBuilder.DropTable(
                name: "change_marks");
        }
    }
}
