using SkiaSharp;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>What a PDF says about itself.</summary>
public sealed record PdfInfo(string Title, string Author, DateTimeOffset MadeAt);

/// <summary>Laid out pages as PDF/A. The same pages and info always give the same bytes.</summary>
public static class PdfFile
{
    public static byte[] Write(PdfInfo info, IReadOnlyList<Page> pages)
    {
        var typefaces = UsedGlyphs.Of(pages).ToDictionary(used => used.Key, used => Typeface(used.Key, used.Value));
        try
        {
            using var file = new MemoryStream();
            Draw(file, info, pages, new PagePainter(typefaces));
            return PdfIdentity.Settle(file.ToArray());
        }
        finally
        {
            foreach (var typeface in typefaces.Values) typeface.Dispose();
        }
    }

    private static SKTypeface Typeface(FontFace face, UsedGlyphs used)
    {
        using var data = SKData.CreateCopy(FontSubset.Of(face, used));
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"{face.Name} cannot be read after cutting it down.");
    }

    private static void Draw(Stream file, PdfInfo info, IEnumerable<Page> pages, PagePainter painter)
    {
        using var document = SKDocument.CreatePdf(file, Metadata(info));
        foreach (var page in pages)
        {
            painter.Paint(document.BeginPage(Page.Width, Page.Height), page);
            document.EndPage();
        }

        document.Close();
    }

    private static SKDocumentPdfMetadata Metadata(PdfInfo info) => new()
    {
        Title = info.Title,
        Author = info.Author,
        Creator = "AJS Pantry",
        Creation = info.MadeAt.UtcDateTime,
        Modified = info.MadeAt.UtcDateTime,
        PdfA = true,
        RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
        EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
    };
}
