using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>
/// Hands out a kept file byte for byte, and the paper of a closed month. Its checksum is its entity tag, so that an unchanged one is not
/// sent twice.
/// </summary>
public sealed class ReportDownloadModel(StoredReportQuery query) : FloorPage
{
    /// <summary>The paper with who closed the month.</summary>
    private const string Closed = "closed";

    private static readonly Dictionary<string, string> Types = new()
    {
        ["pdf"] = "application/pdf",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [Closed] = "application/pdf",
        ["vouchers"] = "application/pdf",
        ["csv"] = CsvFile.ContentType,
    };

    public async Task<IActionResult> OnGetAsync(Guid id, string format, CancellationToken cancellationToken)
    {
        var found = format == Closed ? await query.ClosedPaperAsync(Tenant, Floor.Id, id, cancellationToken)
            : await query.FileAsync(Floor.Id, id, format, cancellationToken);
        if (found is not { } file)
            return NotFound();
        var name = ReportName.Of(Floor.Number, file) + (format is "vouchers" or Closed ? $"-{format}.pdf" : $".{format}");
        return new FileContentResult(file.Content, Types[format])
        {
            FileDownloadName = name,
            EntityTag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(file.Sha256)}\""),
        };
    }
}
