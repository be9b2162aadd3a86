using Microsoft.EntityFrameworkCore.Migrations;

namespace AjsPantry.Infrastructure.Persistence.Migrations;

/// <summary>What becomes of the news that people had. A cause was a text such as loan:{id}:due:2026-03-16.</summary>
public partial class NewsBySubject
{
    /// <summary>The owner of the tables sees the rows only while the wall lets it through.</summary>
    private static readonly string[] Tables = ["notices", "outbox_mails", "menus", "meal_suggestions", "told_meals"];

    private static void SplitCauses(MigrationBuilder migration)
    {
        foreach (var table in Tables)
            migration.Sql($"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;");
        migration.Sql(MealsThatWereTold);
        migration.Sql(Subjects);
        migration.Sql("""
            UPDATE outbox_mails SET notice_id = split_part(cause, ':', 2)::uuid WHERE cause ~ '^notice:[0-9a-f-]{36}(:|$)';
            ALTER TABLE notices
                ALTER COLUMN subject_id DROP DEFAULT,
                ALTER COLUMN step DROP DEFAULT,
                ALTER COLUMN occasion DROP DEFAULT;
            """);
        foreach (var table in Tables)
            migration.Sql($"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;");
    }

    /// <summary>Any text will do that is as unique.</summary>
    private static void JoinCauses(MigrationBuilder migration) =>
        migration.Sql("""
            ALTER TABLE notices NO FORCE ROW LEVEL SECURITY;
            UPDATE notices SET cause = concat_ws(':', subject_id, step, occasion);
            ALTER TABLE notices FORCE ROW LEVEL SECURITY;
            """);

    /// <summary>
    /// The cause of such news named each meal by a dot and six letters of the digest of its id, whose first three groups were turned round
    /// byte by byte.
    /// </summary>
    private const string MealsThatWereTold = """
        INSERT INTO told_meals (tenant_id, id, notice_id, menu_id)
        SELECT n.tenant_id, gen_random_uuid(), n.id, m.id
        FROM (
            SELECT tenant_id, id, '.' || left(translate(encode(sha256(decode(
                substr(h, 7, 2) || substr(h, 5, 2) || substr(h, 3, 2) || substr(h, 1, 2) || substr(h, 11, 2) || substr(h, 9, 2)
                || substr(h, 15, 2) || substr(h, 13, 2) || substr(h, 17), 'hex')), 'base64'), '+/', '-_'), 6) AS mark
            FROM menus, LATERAL (SELECT replace(id::text, '-', '') AS h) AS hex) AS m
        JOIN notices n ON n.tenant_id = m.tenant_id AND n.cause LIKE 'meal:%' AND strpos(n.cause, m.mark) > 0;
        """;

    /// <summary>Where a cause does not say it, news is about itself: then it is nobody else's, and never told again.</summary>
    private const string Subjects = """
        UPDATE notices AS n SET
            subject_id = CASE WHEN f.it[1] ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN f.it[1]::uuid ELSE n.id END,
            step = left(coalesce(f.it[2], 'told'), 20),
            occasion = left(coalesce(f.it[3], ''), 60)
        FROM (SELECT tenant_id, id, string_to_array(cause, ':') AS p FROM notices) AS c,
        LATERAL (SELECT array_to_string(p[4:], ':') AS after_step) AS r,
        LATERAL (SELECT CASE
            WHEN p[1] IN ('closing', 'loan', 'fine', 'request', 'swap', 'idea') THEN ARRAY[p[2], p[3], after_step]
            WHEN p[1] = 'budget' THEN ARRAY[p[2], p[4], array_to_string(p[5:], ':')]
            WHEN p[1] = 'event' AND p[3] IS NULL THEN ARRAY[p[2], 'new', '']
            WHEN p[1] = 'event' AND p[3] = 'cancelled' THEN ARRAY[p[2], 'cancelled', '']
            WHEN p[1] = 'event' THEN ARRAY[p[2], 'moved', array_to_string(p[3:], ':')]
            WHEN p[1] = 'announcement' THEN ARRAY[p[2], 'announced', '']
            WHEN p[1] = 'cook' THEN ARRAY[p[4], 'cooks tomorrow', p[2] || ':' || p[3]]
            WHEN p[1] = 'meal' THEN ARRAY[(SELECT m.id::text FROM told_meals t JOIN menus m ON m.tenant_id = t.tenant_id AND m.id = t.menu_id
                WHERE t.tenant_id = c.tenant_id AND t.notice_id = c.id ORDER BY m.date, m.meal LIMIT 1), 'cook', md5(p[2])]
            WHEN p[1] = 'meal-off' THEN ARRAY[p[2], 'off', '']
            WHEN p[1] = 'meal-moved' THEN ARRAY[p[2], 'moved', p[3]]
            WHEN p[1] = 'suggested' THEN ARRAY[(SELECT w.id::text FROM meal_suggestions w
                WHERE w.tenant_id = c.tenant_id AND w.submission_id::text = p[2]), 'asked', '']
            WHEN p[1] = 'suggestion' THEN ARRAY[p[2], 'answered', '']
            WHEN p[1] = 'tea' AND p[2] = 'rota' THEN ARRAY[p[3], 'published', '']
            WHEN p[1] = 'tea' AND p[4] IN ('evening', 'morning') THEN ARRAY[p[2], p[4], p[3]]
            WHEN p[1] = 'tea' THEN ARRAY[p[2], p[3], after_step]
            WHEN p[1] = 'turns' THEN ARRAY[NULL, 'days changed', p[2]]
            WHEN p[1] IN ('empty', 'hidden') THEN ARRAY[p[2], p[1], p[3]]
            WHEN p[1] = 'rating' THEN ARRAY[p[2], 'answer', '']
            WHEN p[1] = 'shopping' AND p[2] = 'list' THEN ARRAY[p[3], 'given', p[4]]
            WHEN p[1] = 'shopping' AND p[4] IS NULL THEN ARRAY[p[2], 'given', p[3]]
            WHEN p[1] = 'shopping' THEN ARRAY[p[2], p[3], p[4]]
            WHEN p[1] = 'files' THEN ARRAY[c.tenant_id::text, 'files', p[2]]
            WHEN p[1] = 'alert' THEN ARRAY[c.tenant_id::text, p[2], array_to_string(p[3:], ':')]
            WHEN p[1] = 'account' THEN ARRAY[NULL, 'sign-in', p[2]]
            END AS it) AS f
        WHERE n.tenant_id = c.tenant_id AND n.id = c.id;
        """;
}
