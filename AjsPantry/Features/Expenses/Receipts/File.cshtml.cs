using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>A receipt as it is kept: photos to look at in the browser, PDFs always to save, because those may carry code.</summary>
public sealed class ReceiptFileModel(ReceiptQuery query) : FloorPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, string? save, CancellationToken cancellationToken)
    {
        if (await query.FileAsync(Floor.Id, id, cancellationToken) is not { } file)
            return NotFound();
        HttpContext.SendInert();
        var disposition = new ContentDispositionHeaderValue(save is not null || file.Kind == ReceiptKind.Pdf ? "attachment" : "inline");
        disposition.SetHttpFileName(file.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return new FileContentResult(file.Bytes, ReceiptName.Type(file.Kind));
    }
}
