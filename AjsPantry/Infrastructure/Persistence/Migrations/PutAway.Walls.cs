using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

public partial class PutAway
{
    /// <summary>Rows are never deleted: who put a report away stays to be seen.</summary>
    private static void RaiseWalls(MigrationBuilder migration) => migration.RaiseWall("report_put_aways", "SELECT, INSERT, UPDATE");
}
