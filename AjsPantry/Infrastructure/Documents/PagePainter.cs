using SkiaSharp;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>Draws laid out pages with Skia.</summary>
internal sealed class PagePainter(IReadOnlyDictionary<FontFace, SKTypeface> typefaces)
{
    public void Paint(SKCanvas canvas, Page page)
    {
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var mark in page.Marks)
        {
            paint.Color = ColorOf(mark.Ink);
            Paint(canvas, mark, paint);
        }
    }

    private void Paint(SKCanvas canvas, Mark mark, SKPaint paint)
    {
        if (mark is TextMark text) Paint(canvas, text, paint);
        else if (mark is PathMark path) Paint(canvas, path, paint);
        else if (mark is BoxMark box) canvas.DrawRoundRect(box.X, box.Y, box.Width, box.Height, box.Radius, box.Radius, paint);
    }

    private static void Paint(SKCanvas canvas, PathMark mark, SKPaint paint)
    {
        using var path = SKPath.ParseSvgPathData(mark.Path);
        path.Transform(SKMatrix.CreateScale(mark.Scale, mark.Scale).PostConcat(SKMatrix.CreateTranslation(mark.X, mark.Y)));
        canvas.DrawPath(path, paint);
    }

    private void Paint(SKCanvas canvas, TextMark mark, SKPaint paint)
    {
        var x = mark.X;
        foreach (var run in mark.Text.Runs)
        {
            using var font = new SKFont(
                typefaces[run.Face], mark.Style.Size)
            { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
            using var blob = Blob(run, font);
            if (blob is not null) canvas.DrawText(blob, x, mark.Y, paint);
            x += run.Width;
        }
    }

    /// <summary>The text goes along with its glyphs, so that it can be searched and copied.</summary>
    private static SKTextBlob? Blob(GlyphRun run, SKFont font)
    {
        using var builder = new SKTextBlobBuilder();
        var buffer = builder.AllocateRawPositionedTextRun(font, run.Glyphs.Length, run.Text.Length, null);
        run.Glyphs.CopyTo(buffer.Glyphs);
        run.Places.CopyTo(buffer.Positions);
        run.Clusters.CopyTo(buffer.Clusters);
        run.Text.CopyTo(buffer.Text);
        return builder.Build();
    }

    private static SKColor ColorOf(Ink ink) => ink switch
    {
        Ink.Second => new SKColor(0x63, 0x56, 0x5f),
        Ink.Hairline => new SKColor(0xd9, 0xce, 0xd5),
        Ink.Brand => new SKColor(0x5b, 0x25, 0x50),
        Ink.Bar => new SKColor(0xb5, 0x95, 0xad),
        Ink.Mark => new SKColor(0xf5, 0xb9, 0x2e),
        Ink.Paper => SKColors.White,
        _ => new SKColor(0x24, 0x1a, 0x22),
    };
}
