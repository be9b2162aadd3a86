namespace AjsPantry.Features.Administration.Audit;

public sealed class AuditModel(AuditQuery query, AuditWords words) : AuditTrailPage(query, words)
{
    public override (string Page, string File) Places => ("/Administration/Audit/Index", "/Administration/Audit/AuditDownload");
}
