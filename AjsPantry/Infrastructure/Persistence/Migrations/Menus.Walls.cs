using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>Walls of what is cooked and by whom. Dishes and menus stay; what a rota wrote ahead may be taken back.</summary>
public partial class Menus
{
    private static void RaiseWalls(MigrationBuilder migration)
    {
        migration.RaiseWall("dishes", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("dish_ingredients");
        migration.RaiseWall("menus", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("cooking_rotas", "SELECT, INSERT, UPDATE");
        migration.RaiseWall("cooking_rota_rooms");
        migration.RaiseWall("leave_days", "SELECT, INSERT, DELETE");
        migration.RaiseWall("duties");
    }
}
