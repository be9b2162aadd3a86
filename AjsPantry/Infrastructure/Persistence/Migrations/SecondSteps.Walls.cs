using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

public partial class SecondSteps
{
    /// <summary>What happened is never changed, only forgotten after a while.</summary>
    private static void RaiseWalls(MigrationBuilder migration) => migration.RaiseWall("security_events", "SELECT, INSERT, DELETE");
}
