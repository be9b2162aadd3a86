using AjsPantry.Features.Administration;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Features.Platform;

/// <summary>What operators did: the trail of the platform's own tenant.</summary>
public sealed class AuditModel(AuditQuery query, PantryDb db) : AuditTrailPage(query, db)
{
    public override (string Page, string File) Places => ("/Platform/Audit", "/Platform/AuditDownload");
}
