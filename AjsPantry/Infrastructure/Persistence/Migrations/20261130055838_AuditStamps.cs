using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AuditStamps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "session_member_id",
                table: "audit_entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "session_proof",
                table: "audit_entries",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "written_at",
                table: "audit_entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "written_by",
                table: "audit_entries",
                type: "character varying(63)",
                maxLength: 63,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_audit_entries_session_proof",
                table: "audit_entries",
                sql: "session_proof IS NULL");

            StampEntries(migrationBuilder);
            HashSessionsAgain(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER stamp ON audit_entries; DROP FUNCTION stamp_audit_entry();");
            migrationBuilder.DropCheckConstraint(
                name: "ck_audit_entries_session_proof",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "session_member_id",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "session_proof",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "written_at",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "written_by",
                table: "audit_entries");
        }
    }
}
