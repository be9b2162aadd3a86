using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Features.Administration.Audit;

public sealed class AuditModel(AuditQuery query, AuditWords words, PantryDb db) : AuditTrailPage(query, words, db)
{
    public override (string Page, string File) Places => ("/Administration/Audit/Index", "/Administration/Audit/AuditDownload");
}
