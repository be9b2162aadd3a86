using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

public partial class HiddenWords
{
    /// <summary>A comment is withdrawn or hidden in its row, and still never deleted.</summary>
    private static void RaiseWalls(MigrationBuilder migration) => migration.Sql("GRANT UPDATE ON idea_comments TO pantry_app;");
}
