using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>Walls of the tea rota. Duties and swaps stay, whatever came of them; a draft may be thrown away.</summary>
public partial class Tea
{
    private static void RaiseWalls(MigrationBuilder migration)
    {
        migration.RaiseWall("tea_slots", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("tea_settings", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("tea_rotas");
        migration.RaiseWall("tea_draft_places");
        migration.RaiseWall("tea_duties", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("tea_swaps", "SELECT, INSERT, UPDATE");
    }
}
