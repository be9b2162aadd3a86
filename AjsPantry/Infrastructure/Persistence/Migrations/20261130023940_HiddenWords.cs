using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AjsPantry.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class HiddenWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_ideas_answer",
                table: "ideas");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "hidden_at",
                table: "ratings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "hidden_by_id",
                table: "ratings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hidden_reason",
                table: "ratings",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "hidden_at",
                table: "idea_comments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "hidden_by_id",
                table: "idea_comments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hidden_reason",
                table: "idea_comments",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "withdrawn_at",
                table: "idea_comments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_ratings_tenant_id_hidden_by_id",
                table: "ratings",
                columns: new[] { "tenant_id", "hidden_by_id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_ratings_hidden",
                table: "ratings",
                sql: "(hidden_at IS NULL) = (hidden_by_id IS NULL) AND (hidden_at IS NULL) = (hidden_reason IS NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_ideas_answer",
                table: "ideas",
                sql: "(answered_at IS NULL) = (answered_by_id IS NULL) AND (state IN ('Open', 'Withdrawn') OR answered_at IS NOT NULL) AND (state NOT IN ('Declined', 'Hidden') OR answer IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_idea_comments_tenant_id_hidden_by_id",
                table: "idea_comments",
                columns: new[] { "tenant_id", "hidden_by_id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_idea_comments_hidden",
                table: "idea_comments",
                sql: "(hidden_at IS NULL) = (hidden_by_id IS NULL) AND (hidden_at IS NULL) = (hidden_reason IS NULL)");

            migrationBuilder.AddForeignKey(
                name: "fk_idea_comments_members_tenant_id_hidden_by_id",
                table: "idea_comments",
                columns: new[] { "tenant_id", "hidden_by_id" },
                principalTable: "members",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_ratings_members_tenant_id_hidden_by_id",
                table: "ratings",
                columns: new[] { "tenant_id", "hidden_by_id" },
                principalTable: "members",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);
            RaiseWalls(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_idea_comments_members_tenant_id_hidden_by_id",
                table: "idea_comments");

            migrationBuilder.DropForeignKey(
                name: "fk_ratings_members_tenant_id_hidden_by_id",
                table: "ratings");

            migrationBuilder.DropIndex(
                name: "ix_ratings_tenant_id_hidden_by_id",
                table: "ratings");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ratings_hidden",
                table: "ratings");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ideas_answer",
                table: "ideas");

            migrationBuilder.DropIndex(
                name: "ix_idea_comments_tenant_id_hidden_by_id",
                table: "idea_comments");

            migrationBuilder.DropCheckConstraint(
                name: "ck_idea_comments_hidden",
                table: "idea_comments");

            migrationBuilder.DropColumn(
                name: "hidden_at",
                table: "ratings");

            migrationBuilder.DropColumn(
                name: "hidden_by_id",
                table: "ratings");

            migrationBuilder.DropColumn(
                name: "hidden_reason",
                table: "ratings");

            migrationBuilder.DropColumn(
                name: "hidden_at",
                table: "idea_comments");

            migrationBuilder.DropColumn(
                name: "hidden_by_id",
                table: "idea_comments");

            migrationBuilder.DropColumn(
                name: "hidden_reason",
                table: "idea_comments");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "idea_comments");

            migrationBuilder.AddCheckConstraint(
                name: "ck_ideas_answer",
                table: "ideas",
                sql: "(answered_at IS NULL) = (answered_by_id IS NULL) AND (state = 'Open' OR answered_at IS NOT NULL) AND (state <> 'Declined' OR answer IS NOT NULL)");
        }
    }
}
