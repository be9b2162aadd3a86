namespace AjsPantry.Features.Administration.Audit;

public sealed class AuditDownloadModel(AuditFile file) : AuditDownloadPage(file);
