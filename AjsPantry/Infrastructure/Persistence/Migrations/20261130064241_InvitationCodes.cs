using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class InvitationCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "code_hash",
                table: "invitations",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_tenant_id_code_hash",
                table: "invitations",
                columns: new[] { "tenant_id", "code_hash" },
                unique: true,
                filter: "used_at IS NULL AND withdrawn_at IS NULL");
            OpenDoors(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            CloseDoors(migrationBuilder);
            migrationBuilder.DropIndex(
                name: "ix_invitations_tenant_id_code_hash",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "code_hash",
                table: "invitations");
        }
    }
}
