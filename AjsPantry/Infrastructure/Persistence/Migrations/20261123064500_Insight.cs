using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Insight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "photo_at",
                table: "ratings",
                type: "timestamp with time zone",
                nullable: true);

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
                name: "ux_rating_photos_once",
                table: "rating_photos",
                columns: new[] { "tenant_id", "rating_id" },
                unique: true);

            RaiseWalls(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            DropFunctions(migrationBuilder);
            migrationBuilder.DropTable(
                name: "rating_photos");

            migrationBuilder.DropColumn(
                name: "photo_at",
                table: "ratings");
        }
    }
}
