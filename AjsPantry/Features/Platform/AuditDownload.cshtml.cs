using AjsPantry.Features.Administration;

namespace AjsPantry.Features.Platform;

public sealed class AuditDownloadModel(AuditFile file) : AuditDownloadPage(file);
