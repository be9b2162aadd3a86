using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig;

namespace AjsPantry.Tests.Support;

/// <summary>What a person can read in a file, whatever kind it is.</summary>
internal static class PaperText
{
    public static string Of(byte[] file) => file switch
    {
        [0x25, 0x50, 0x44, 0x46, ..] => OfPdf(file),
        [0x50, 0x4B, 0x03, 0x04, ..] => OfZip(file),
        _ => Encoding.UTF8.GetString(file),
    };

    private static string OfPdf(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        return string.Join('\n', document.GetPages().Select(page => page.Text));
    }

    /// <summary>An archive, or a workbook, which is one inside.</summary>
    private static string OfZip(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return string.Join('\n', archive.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            return $"{entry.FullName}\n{Of(content.ToArray())}";
        }));
    }
}
