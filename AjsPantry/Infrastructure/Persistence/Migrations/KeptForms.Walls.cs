using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

public partial class KeptForms
{
    private static void RaiseWalls(MigrationBuilder migration) => migration.RaiseWall("kept_forms", "SELECT, INSERT, DELETE");
}
