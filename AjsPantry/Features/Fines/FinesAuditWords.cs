using AjsPantry.Features.Shared.Audit;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Fines;

/// <summary>Fines in the audit trail.</summary>
public sealed class FinesAuditWords(PantryDb db) : IAuditWords
{
    public IReadOnlyList<AuditThing> Things { get; } =
    [
        new(typeof(Fine), "fine"),
    ];

    public async Task<IReadOnlyList<ThingName>> NamesAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<ThingName>($"""
            WITH asked AS (SELECT unnest({ids}) AS id, {db.TenantId} AS tenant_id)
            SELECT f.id, coalesce(p.name || ', ' || p.number, r.name) AS name FROM fines f JOIN asked USING (id, tenant_id)
                LEFT JOIN members p ON p.tenant_id = f.tenant_id AND p.id = f.member_id
                LEFT JOIN rooms r ON r.tenant_id = f.tenant_id AND r.id = f.room_id
            """).ToListAsync(cancellationToken);
}
