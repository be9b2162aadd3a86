using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FindByWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    word = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    thing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_search_words_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_search_words_row",
                table: "search_words",
                columns: new[] { "tenant_id", "row_id" });

            migrationBuilder.CreateIndex(
                name: "ix_search_words_word",
                table: "search_words",
                columns: new[] { "tenant_id", "kind", "word" })
                .Annotation("Npgsql:IndexInclude", new[] { "thing_id" });

            KeepWords(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            KeepNoWords(migrationBuilder);
            migrationBuilder.DropTable(
                name: "search_words");
        }
    }
}
