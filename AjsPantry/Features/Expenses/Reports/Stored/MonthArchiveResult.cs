using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Limits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>
/// Writes the zip while it is sent; only a portion of the receipts is in memory. Nothing is being read from the database meanwhile: whoever
/// is slow to take it keeps no connection.
/// </summary>
internal sealed class MonthArchiveResult(MonthArchiveQuery query, MonthArchive pack, string name, string culture) : IActionResult
{
    /// <summary>Of receipts, in bytes: half a dozen of usual size.</summary>
    private const int MostAtOnce = 2 * 1024 * 1024;

    private static readonly CsvCell[] Heads = ["File", "Date", "Bill", "Shop", "Bytes", "SHA-256"];

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{name}.zip");
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = disposition.ToString();
        var stop = context.HttpContext.RequestAborted;
        await using var body = new ThrottledStream(response.Body);
        await using (var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, stop))
            await WriteAsync(zip, stop);
        await body.FlushAsync(stop);
    }

    private async Task WriteAsync(ZipArchive zip, CancellationToken stop)
    {
        List<CsvCell[]> manifest = [Heads];
        foreach (var file in await query.FilesAsync(pack.ReportId, stop))
        {
            var own = name + (file.Format == "vouchers" ? "-vouchers.pdf" : $".{file.Format}");
            await WriteAsync(zip, own, file.Content, stop);
            manifest.Add([CsvCell.AsIs(own), "", "", "", Number(file.Content.Length), Convert.ToHexStringLower(file.Sha256)]);
        }

        if (pack.ClosedPaper is { } paper)
        {
            await WriteAsync(zip, $"{name}-closed.pdf", paper, stop);
            manifest.Add([CsvCell.AsIs($"{name}-closed.pdf"), "", "", "", Number(paper.Length),
                Convert.ToHexStringLower(SHA256.HashData(paper))]);
        }

        var names = pack.Receipts.Select(receipt => receipt.Id).Zip(MonthArchiveNames.Of(pack.Receipts))
            .ToDictionary(pair => pair.First, pair => $"receipts/{pair.Second}");
        foreach (var some in Portions(pack.Receipts))
        {
            foreach (var receipt in await query.BytesAsync(some, stop))
                await WriteAsync(zip, names[receipt.Receipt], receipt.Bytes, stop);
        }

        manifest.AddRange(pack.Receipts.Select(receipt => Row(receipt, names[receipt.Id])));
        await WriteAsync(zip, "manifest.csv", CsvFile.Of(culture, manifest), stop);
    }

    /// <summary>The ids of the receipts, in portions of at most so many bytes, or of one that is larger.</summary>
    private static IEnumerable<Guid[]> Portions(IReadOnlyList<ArchivedReceipt> receipts)
    {
        var portion = new List<Guid>();
        var bytes = 0L;
        foreach (var receipt in receipts)
        {
            if (portion.Count > 0 && bytes + receipt.Size > MostAtOnce)
            {
                yield return [.. portion];
                portion.Clear();
                bytes = 0;
            }

            portion.Add(receipt.Id);
            bytes += receipt.Size;
        }

        if (portion.Count > 0)
            yield return [.. portion];
    }

    /// <summary>Photos, PDFs and workbooks are packed already.</summary>
    private static async Task WriteAsync(ZipArchive zip, string name, byte[] content, CancellationToken stop)
    {
        var entry = zip.CreateEntry(
            name, name.EndsWith(".csv", StringComparison.Ordinal) ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
        await using var file = await entry.OpenAsync(stop);
        await file.WriteAsync(content, stop);
    }

    private static CsvCell[] Row(ArchivedReceipt receipt, string file) =>
    [
        CsvCell.AsIs(file), receipt.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), receipt.Bill, receipt.Shop,
        Number(receipt.Size), Convert.ToHexStringLower(receipt.Sha256),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
