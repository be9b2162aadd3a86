using AjsPantry.Features.Notices.Announcements;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices;

/// <summary>Announcements and what people are told in the audit trail.</summary>
public sealed class NoticesAuditWords(PantryDb db) : IAuditWords
{
    public IReadOnlyList<AuditThing> Things { get; } =
    [
        new(typeof(Announcement), "announcement"),
        new(typeof(NoticeSettings), "notification settings"),
    ];

    public string? Of(Enum state) => state is NoticeKind kind ? kind.Words() : null;

    public async Task<IReadOnlyList<ThingName>> NamesAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<ThingName>($"""
            WITH asked AS (SELECT unnest({ids}) AS id, {db.TenantId} AS tenant_id)
            SELECT id, title AS name FROM announcements JOIN asked USING (id, tenant_id)
            UNION ALL SELECT n.id, p.name || ', ' || p.number FROM notice_settings n JOIN asked USING (id, tenant_id)
                JOIN members p ON p.tenant_id = n.tenant_id AND p.id = n.member_id
            """).ToListAsync(cancellationToken);
}
