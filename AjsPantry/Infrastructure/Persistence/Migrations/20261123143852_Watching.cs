using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Watching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_outbox_mails_tenant_id_created_at_id",
                table: "outbox_mails",
                columns: new[] { "tenant_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_failed",
                table: "job_runs",
                columns: new[] { "tenant_id", "queued_at" },
                filter: "state = 'Failed'");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_bills",
                table: "audit_entries",
                columns: new[] { "tenant_id", "at" },
                filter: "thing = 'Bill' AND kind = 'Added'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_mails_tenant_id_created_at_id",
                table: "outbox_mails");

            migrationBuilder.DropIndex(
                name: "ix_job_runs_failed",
                table: "job_runs");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_bills",
                table: "audit_entries");
        }
    }
}
