using AjsPantry.Features.Shared.Audit;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration;

/// <summary>The settings and the floors of a residence in the audit trail.</summary>
public sealed class AdministrationAuditWords(PantryDb db) : IAuditWords
{
    public IReadOnlyList<AuditThing> Things { get; } =
    [
        new(typeof(Tenant), "settings")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(Tenant.SuspendedAt)] = "Suspended",
                [nameof(Tenant.SuspendReason)] = "Reason for suspension",
                [nameof(Tenant.RoomWord)] = "Word for a room",
                [nameof(Tenant.FloorWord)] = "Word for a floor",
                [nameof(Tenant.Honorifics)] = "Forms of address",
                [nameof(Tenant.ShowsHijri)] = "Hijri dates",
                [nameof(Tenant.DayLabels)] = "Words for weekdays",
                [nameof(Tenant.OneSession)] = "One device at a time",
                [nameof(Tenant.SecondFactorRoles)] = "Require two-step sign-in for",
                [nameof(Tenant.SharedIdleMinutes)] = "Sign out shared devices after",
                [nameof(Tenant.OwnIdleDays)] = "Sign out personal devices after",
                [nameof(Tenant.AbsoluteDays)] = "Ask for the password again after",
                [nameof(Tenant.FileMegabytes)] = "Space for photos and receipts, in MB",
                [nameof(Tenant.Culture)] = "Amounts look like",
            },
        },
        new(typeof(Floor), "floor"),
    ];

    public async Task<IReadOnlyList<ThingName>> NamesAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<ThingName>($"""
            WITH asked AS (SELECT unnest({ids}) AS id, {db.TenantId} AS tenant_id)
            SELECT id, name FROM floors JOIN asked USING (id, tenant_id)
            """).ToListAsync(cancellationToken);
}
