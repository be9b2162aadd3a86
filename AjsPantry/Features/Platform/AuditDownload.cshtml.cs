using AjsPantry.Features.Administration.Audit;

namespace AjsPantry.Features.Platform;

public sealed class PlatformAuditDownloadModel(AuditFile file) : AuditDownloadPage(file);
