using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AjsPantry.Features.Expenses;

/// <summary>Hands out a kept file byte for byte. Its checksum is its entity tag, so that an unchanged one is not sent twice.</summary>
public sealed class ReportDownloadModel(KeptReportQuery query) : FloorPage
{
    private static readonly Dictionary<string, string> Types = new()
    {
        ["pdf"] = "application/pdf",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["vouchers"] = "application/pdf",
        ["csv"] = "text/csv; charset=utf-8",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, string format, CancellationToken cancellationToken)
    {
        if (await query.FileAsync(Floor.Id, id, format, cancellationToken) is not { } file)
            return NotFound();
        var name = ReportName.Of(Floor.Number, file) + (format == "vouchers" ? "-vouchers.pdf" : $".{format}");
        return new FileContentResult(file.Content, Types[format])
        {
            FileDownloadName = name,
            EntityTag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(file.Sha256)}\""),
        };
    }
}
