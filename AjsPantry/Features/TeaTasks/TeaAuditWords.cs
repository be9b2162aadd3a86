using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks;

/// <summary>Tea in the audit trail.</summary>
public sealed class TeaAuditWords(PantryDb db) : IAuditWords
{
    public IReadOnlyList<AuditThing> Things { get; } =
    [
        new(typeof(TeaSlot), "time for tea"),
        new(typeof(TeaSettings), "tea settings")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(TeaSettings.WindowDays)] = "Days counted",
            },
        },
        new(typeof(TeaRota), "tea rota"),
        new(typeof(TeaDuty), "tea turn")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(TeaDuty.MarkedAt)] = "Marked on",
                [nameof(TeaDuty.FollowsId)] = "Instead of",
            },
        },
        new(typeof(TeaSwap), "question to take over tea"),
    ];

    public string? Of(Enum state) => state is TeaState tea ? tea.Words() : null;

    public async Task<IReadOnlyList<ThingName>> NamesAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<ThingName>($"""
            WITH asked AS (SELECT unnest({ids}) AS id, {db.TenantId} AS tenant_id)
            SELECT t.id, concat_ws(', ', m.name, to_char(t.date, 'Dy FMDD Mon YYYY')) AS name FROM tea_duties t JOIN asked USING (id, tenant_id)
                LEFT JOIN members m ON m.tenant_id = t.tenant_id AND m.id = t.member_id
            UNION ALL SELECT s.id, concat_ws(', ', m.name, to_char(t.date, 'Dy FMDD Mon YYYY')) FROM tea_swaps s JOIN asked USING (id, tenant_id)
                JOIN tea_duties t ON t.tenant_id = s.tenant_id AND t.id = s.duty_id
                LEFT JOIN members m ON m.tenant_id = t.tenant_id AND m.id = t.member_id
            UNION ALL SELECT id, to_char("from", 'FMDD Mon YYYY') || ' – ' || to_char(until, 'FMDD Mon YYYY') FROM tea_rotas
                JOIN asked USING (id, tenant_id)
            UNION ALL SELECT id, name FROM tea_slots JOIN asked USING (id, tenant_id)
            """).ToListAsync(cancellationToken);
}
