using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Audit;

/// <summary>
/// What the things of the trail are called today, by their ids: a person, a dish with its day, whose turn it is and when.
/// </summary>
internal static class AuditNames
{
    /// <summary>One command. In SQL because the names of the tables differ in length, which EF will not unite.</summary>
    public static async Task<Dictionary<Guid, string>> ReadAsync(PantryDb db, Guid[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
            return [];
        var names = await db.Database.SqlQuery<ThingName>($"""
            WITH asked AS (SELECT unnest({ids}) AS id, {db.TenantId} AS tenant_id),
            people AS NOT MATERIALIZED (SELECT id, tenant_id, name || ', ' || number AS name FROM members),
            meals AS NOT MATERIALIZED (SELECT m.id, m.tenant_id, d.name || ', ' || to_char(m.date, 'Dy FMDD Mon YYYY') AS name
                FROM menus m JOIN dishes d ON d.tenant_id = m.tenant_id AND d.id = m.dish_id),
            teas AS NOT MATERIALIZED (SELECT t.id, t.tenant_id, concat_ws(', ', m.name, to_char(t.date, 'Dy FMDD Mon YYYY')) AS name
                FROM tea_duties t LEFT JOIN members m ON m.tenant_id = t.tenant_id AND m.id = t.member_id)
            SELECT id, name FROM people JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, name FROM floors JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, name FROM rooms JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, number || ' from ' || shop FROM bills JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, name FROM dishes JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, name FROM meals JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, name FROM teas JOIN asked USING (id, tenant_id)
            UNION ALL SELECT r.id, meals.name FROM ratings r JOIN asked USING (id, tenant_id) JOIN meals ON meals.tenant_id = r.tenant_id AND meals.id = r.menu_id
            UNION ALL SELECT s.id, teas.name FROM tea_swaps s JOIN asked USING (id, tenant_id) JOIN teas ON teas.tenant_id = s.tenant_id AND teas.id = s.duty_id
            UNION ALL SELECT i.id, people.name FROM invitations i JOIN asked USING (id, tenant_id)
                JOIN people ON people.tenant_id = i.tenant_id AND people.id = i.member_id
            UNION ALL SELECT r.id, people.name || ', ' || to_char(r."from", 'Dy FMDD Mon YYYY') FROM requests r JOIN asked USING (id, tenant_id)
                JOIN people ON people.tenant_id = r.tenant_id AND people.id = r.member_id
            UNION ALL SELECT d.id, rooms.name || ', ' || to_char(d.date, 'Dy FMDD Mon YYYY') FROM duties d JOIN asked USING (id, tenant_id)
                JOIN rooms ON rooms.tenant_id = d.tenant_id AND rooms.id = d.room_id
            UNION ALL SELECT s.id, rooms.name || ', ' || to_char(s.gives_date, 'Dy FMDD Mon YYYY') FROM turn_swaps s JOIN asked USING (id, tenant_id)
                JOIN rooms ON rooms.tenant_id = s.tenant_id AND rooms.id = s.gives_room_id
            UNION ALL SELECT c.id, floors.name FROM cooking_rotas c JOIN asked USING (id, tenant_id)
                JOIN floors ON floors.tenant_id = c.tenant_id AND floors.id = c.floor_id
            UNION ALL SELECT b.id, to_char(b."from", 'FMDD Mon YYYY') || ' – ' || to_char(b.until, 'FMDD Mon YYYY') FROM budgets b JOIN asked USING (id, tenant_id)
            UNION ALL SELECT t.id, to_char(t."from", 'FMDD Mon YYYY') || ' – ' || to_char(t.until, 'FMDD Mon YYYY') FROM tea_rotas t JOIN asked USING (id, tenant_id)
            UNION ALL SELECT c.id, to_char(c.month, 'FMMonth YYYY') FROM month_closings c JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, name FROM shopping_items JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, name FROM receipts JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, name FROM tea_slots JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, item FROM loans JOIN asked USING (id, tenant_id)
            UNION ALL SELECT b.id, loans.item FROM loan_returns b JOIN asked USING (id, tenant_id)
                JOIN loans ON loans.tenant_id = b.tenant_id AND loans.id = b.loan_id
            UNION ALL SELECT id, title FROM ideas JOIN asked USING (id, tenant_id)
            UNION ALL SELECT c.id, ideas.title FROM idea_comments c JOIN asked USING (id, tenant_id)
                JOIN ideas ON ideas.tenant_id = c.tenant_id AND ideas.id = c.idea_id
            UNION ALL SELECT id, title FROM special_events JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, title FROM announcements JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, dish FROM meal_suggestions JOIN asked USING (id, tenant_id)
            UNION ALL SELECT f.id, coalesce(people.name, rooms.name) FROM fines f JOIN asked USING (id, tenant_id)
                LEFT JOIN people ON people.tenant_id = f.tenant_id AND people.id = f.member_id
                LEFT JOIN rooms ON rooms.tenant_id = f.tenant_id AND rooms.id = f.room_id
            UNION ALL SELECT n.id, people.name FROM notice_settings n JOIN asked USING (id, tenant_id)
                JOIN people ON people.tenant_id = n.tenant_id AND people.id = n.member_id
            UNION ALL SELECT s.id, people.name FROM room_stays s JOIN asked USING (id, tenant_id)
                JOIN people ON people.tenant_id = s.tenant_id AND people.id = s.member_id
            """).ToListAsync(cancellationToken);
        return names.ToDictionary(name => name.Id, name => name.Name);
    }

    private sealed record ThingName(Guid Id, string Name);
}
