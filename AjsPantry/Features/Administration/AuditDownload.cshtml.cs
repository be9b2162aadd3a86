namespace AjsPantry.Features.Administration;

public sealed class AuditDownloadModel(AuditFile file) : AuditDownloadPage(file);
