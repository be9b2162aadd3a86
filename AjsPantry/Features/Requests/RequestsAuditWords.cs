using AjsPantry.Features.Shared.Audit;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests;

/// <summary>Requests in the audit trail.</summary>
public sealed class RequestsAuditWords(PantryDb db) : IAuditWords
{
    public IReadOnlyList<AuditThing> Things { get; } =
    [
        new(typeof(Request), "request"),
    ];

    public string? Of(Enum state) => state switch
    {
        RequestKind kind => kind.Words(),
        RequestState request => request.Chip().Word,
        _ => null,
    };

    public async Task<IReadOnlyList<ThingName>> NamesAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<ThingName>($"""
            WITH asked AS (SELECT unnest({ids}) AS id, {db.TenantId} AS tenant_id)
            SELECT r.id, p.name || ', ' || p.number || ', ' || to_char(r."from", 'Dy FMDD Mon YYYY') AS name FROM requests r JOIN asked USING (id, tenant_id)
                JOIN members p ON p.tenant_id = r.tenant_id AND p.id = r.member_id
            """).ToListAsync(cancellationToken);
}
