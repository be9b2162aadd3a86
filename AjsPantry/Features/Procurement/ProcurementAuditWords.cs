using AjsPantry.Features.Shared.Audit;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement;

/// <summary>The shopping list in the audit trail.</summary>
public sealed class ProcurementAuditWords(PantryDb db) : IAuditWords
{
    public IReadOnlyList<AuditThing> Things { get; } =
    [
        new(typeof(ShoppingItem), "shopping item"),
    ];

    public string? Of(Enum state) => state is Priority priority ? priority.Words() : null;

    public async Task<IReadOnlyList<ThingName>> NamesAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<ThingName>($"""
            WITH asked AS (SELECT unnest({ids}) AS id, {db.TenantId} AS tenant_id)
            SELECT id, name FROM shopping_items JOIN asked USING (id, tenant_id)
            """).ToListAsync(cancellationToken);
}
