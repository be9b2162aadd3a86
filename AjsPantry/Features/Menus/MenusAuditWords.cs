using AjsPantry.Features.Menus.Calendar;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Champions;
using AjsPantry.Features.Menus.Events;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus;

/// <summary>Dishes, meals, cooking turns, events and suggestions in the audit trail.</summary>
public sealed class MenusAuditWords(PantryDb db) : IAuditWords
{
    public IReadOnlyList<AuditThing> Things { get; } =
    [
        new(typeof(Dish), "dish")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(Dish.NormalName)] = "Name for comparing",
                [nameof(Dish.MergedIntoId)] = "Merged into",
            },
        },
        new(typeof(DishIngredient), "ingredient"),
        new(typeof(DishChampion), "best cook of a dish"),
        new(typeof(Menu), "meal"),
        new(typeof(CookingRota), "cooking rota"),
        new(typeof(CookingRotaRoom), "place in the cooking rota"),
        new(typeof(LeaveDay), "day without cooking"),
        new(typeof(Duty), "cooking turn"),
        new(typeof(TurnSwap), "swap of cooking turns"),
        new(typeof(MealSuggestion), "meal suggestion"),
        new(typeof(CalendarFeed), "calendar link"),
        new(typeof(SpecialEvent), "event"),
    ];

    public string? Of(Enum state) => state is DishCategory category ? category.Words() : null;

    public async Task<IReadOnlyList<ThingName>> NamesAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<ThingName>($"""
            WITH asked AS (SELECT unnest({ids}) AS id, {db.TenantId} AS tenant_id)
            SELECT id, name FROM dishes JOIN asked USING (id, tenant_id)
            UNION ALL SELECT m.id, d.name || ', ' || to_char(m.date, 'Dy FMDD Mon YYYY') FROM menus m JOIN asked USING (id, tenant_id)
                JOIN dishes d ON d.tenant_id = m.tenant_id AND d.id = m.dish_id
            UNION ALL SELECT d.id, rooms.name || ', ' || to_char(d.date, 'Dy FMDD Mon YYYY') FROM duties d JOIN asked USING (id, tenant_id)
                JOIN rooms ON rooms.tenant_id = d.tenant_id AND rooms.id = d.room_id
            UNION ALL SELECT s.id, rooms.name || ', ' || to_char(s.gives_date, 'Dy FMDD Mon YYYY') FROM turn_swaps s JOIN asked USING (id, tenant_id)
                JOIN rooms ON rooms.tenant_id = s.tenant_id AND rooms.id = s.gives_room_id
            UNION ALL SELECT c.id, floors.name FROM cooking_rotas c JOIN asked USING (id, tenant_id)
                JOIN floors ON floors.tenant_id = c.tenant_id AND floors.id = c.floor_id
            UNION ALL SELECT id, title FROM special_events JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, dish FROM meal_suggestions JOIN asked USING (id, tenant_id)
            """).ToListAsync(cancellationToken);
}
