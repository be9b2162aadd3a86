using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>
/// Who may touch which rows. What is kept for good has no DELETE, and where nothing may change either, no UPDATE: the lists below are
/// by that. A table in no list may be written freely within its tenant.
/// </summary>
public partial class Initial
{
    /// <summary>Written once. What happened, and what was said of it on paper, stays as it was.</summary>
    private static readonly string[] OnlyAdded = ["reports", "report_files", "receipt_contents", "audit_entries"];

    /// <summary>Archived, withdrawn, voided, hidden or answered in its row, and never deleted.</summary>
    private static readonly string[] NeverDeleted =
    [
        "floors", "members", "rooms", "room_stays", "invitations", "member_imports",
        "bills", "budgets", "month_closings", "receipts", "report_put_aways",
        "shopping_items", "loans", "loan_returns", "fines",
        "dishes", "menus", "meal_suggestions", "turn_swaps",
        "tea_slots", "tea_settings", "tea_duties", "tea_swaps",
        "ratings", "feedback_settings", "ideas", "idea_comments",
        "requests", "announcements", "special_events", "notice_settings", "calendar_feeds",
    ];

    /// <summary>There or not there: it never changes, and may go.</summary>
    private static readonly string[] NeverChanged = ["kept_forms", "leave_days", "idea_votes", "rating_photos", "security_events"];

    /// <summary>
    /// Drafts, what a rota wrote ahead, news whose subject is gone, what is purged when it is old, and parts of what is edited as a whole.
    /// </summary>
    private static readonly string[] Free =
    [
        "sessions", "member_claims", "member_logins", "member_tokens", "job_runs", "outbox_mails", "notices", "bill_lines",
        "dish_ingredients", "dish_champions", "cooking_rotas", "cooking_rota_rooms", "duties", "tea_rotas", "tea_draft_places",
    ];

    private static void RaiseWalls(MigrationBuilder migration)
    {
        migration.RaiseWall("tenants", "SELECT, INSERT, UPDATE", tenantColumn: "id");
        foreach (var table in OnlyAdded)
            migration.RaiseWall(table, "SELECT, INSERT");
        foreach (var table in NeverDeleted)
            migration.RaiseWall(table, "SELECT, INSERT, UPDATE");
        foreach (var table in NeverChanged)
            migration.RaiseWall(table, "SELECT, INSERT, DELETE");
        foreach (var table in Free)
            migration.RaiseWall(table);
        migration.ShareWithApplication("data_protection_keys", "SELECT, INSERT");
        migration.Sql("GRANT USAGE ON SEQUENCE member_claims_id_seq, data_protection_keys_id_seq TO pantry_app;");
    }
}
