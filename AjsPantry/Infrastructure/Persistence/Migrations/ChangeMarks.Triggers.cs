using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>Which table's changes leave a mark on which floor; tables in no list leave none.</summary>
public partial class ChangeMarks
{
    private static readonly string[] OfFloors =
    [
        "announcements", "bills", "budgets", "cooking_rotas", "dish_champions", "duties", "feedback_settings", "fines", "ideas",
        "leave_days", "meal_suggestions", "menus", "month_closings", "reports", "rooms", "shopping_items", "special_events", "tea_duties",
        "tea_rotas", "tea_settings", "tea_slots", "tea_swaps", "turn_swaps",
    ];

    private static readonly (string Table, string Whole, string Key)[] Parts =
    [
        ("bill_lines", "bills", "bill_id"), ("receipts", "bills", "bill_id"), ("report_put_aways", "reports", "report_id"),
        ("ratings", "menus", "menu_id"), ("idea_comments", "ideas", "idea_id"), ("idea_votes", "ideas", "idea_id"),
        ("cooking_rota_rooms", "cooking_rotas", "rota_id"), ("tea_draft_places", "tea_rotas", "rota_id"),
        ("room_stays", "rooms", "room_id"),
    ];

    private static readonly string[] OfResidences =
        ["dish_ingredients", "dishes", "floors", "invitations", "loan_returns", "loans", "requests"];

    private static IEnumerable<string> All =>
        [.. OfFloors, .. Parts.Select(part => part.Table), .. OfResidences, "tenants", "members"];

    private static void LeaveMarks(MigrationBuilder migration)
    {
        // Migrations change rows of every tenant, and say so.
        migration.Sql("CREATE POLICY owner_marks ON change_marks FOR INSERT TO pantry_owner WITH CHECK (true);");
        foreach (var table in OfFloors)
            migration.MarkFloor(table);
        foreach (var (table, whole, key) in Parts)
            migration.MarkFloorOf(table, whole, key);
        foreach (var table in OfResidences)
            migration.MarkResidence(table);
        migration.MarkTenants();
        migration.MarkMembers();
    }

    private static void LeaveNoMarks(MigrationBuilder migration)
    {
        foreach (var table in All)
            migration.LeaveNoMarks(table);
    }
}
