using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// What the application always says itself, and statements that know nothing of it need not: they get what a new residence has.
/// </summary>
public partial class Initial
{
    private static void SetDefaults(MigrationBuilder migration) =>
        migration.Sql("""
            ALTER TABLE tenants
                ALTER COLUMN floor_word SET DEFAULT 'Floor',
                ALTER COLUMN room_word SET DEFAULT 'Room',
                ALTER COLUMN meals SET DEFAULT ARRAY['breakfast'],
                ALTER COLUMN honorifics SET DEFAULT ARRAY['Mr', 'Mrs', 'Ms', 'Miss', 'Dr', 'Prof', 'Shri', 'Smt'],
                ALTER COLUMN day_labels SET DEFAULT ARRAY[]::text[],
                ALTER COLUMN shows_hijri SET DEFAULT false,
                ALTER COLUMN one_session SET DEFAULT false,
                ALTER COLUMN second_factor_roles SET DEFAULT ARRAY[]::text[],
                ALTER COLUMN file_megabytes SET DEFAULT 5000;
            ALTER TABLE ratings ALTER COLUMN shows_name SET DEFAULT false;
            """);
}
