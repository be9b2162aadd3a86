using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>Walls of what people are told and ask for. What somebody asked or announced stays; a notice whose cause is gone may go.</summary>
public partial class Notices
{
    private static void RaiseWalls(MigrationBuilder migration)
    {
        migration.RaiseWall("notices");
        migration.RaiseWall("notice_settings", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("announcements", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("special_events", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("requests", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("meal_suggestions", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("turn_swaps", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("calendar_feeds", "SELECT, INSERT, UPDATE");
        KeepAbsencesApart(migration);
    }

    /// <summary>Nobody is away twice at once. The extension, which PostgreSQL trusts owners of databases with, compares ids within the range index.</summary>
    private static void KeepAbsencesApart(MigrationBuilder migration) => migration.Sql("""
        CREATE EXTENSION IF NOT EXISTS btree_gist;
        ALTER TABLE requests ADD CONSTRAINT ex_requests_absences
            EXCLUDE USING gist (tenant_id WITH =, member_id WITH =, daterange("from", until, '[]') WITH &&)
            WHERE (kind = 'Absence' AND state IN ('Open', 'Approved'));
        """);
}
