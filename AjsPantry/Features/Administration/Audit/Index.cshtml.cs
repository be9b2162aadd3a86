using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Features.Administration.Audit;

public sealed class AuditModel(AuditQuery query, PantryDb db) : AuditTrailPage(query, db)
{
    public override (string Page, string File) Places => ("/Administration/Audit/Index", "/Administration/Audit/AuditDownload");
}
