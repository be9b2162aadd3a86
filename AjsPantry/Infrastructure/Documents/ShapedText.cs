using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>The glyphs of one run, with their places from the run's start; clusters tell which bytes of the text each one shows.</summary>
internal sealed record GlyphRun(FontFace Face, byte[] Text, ushort[] Glyphs, SKPoint[] Places, uint[] Clusters, float Width);

/// <summary>One line of text as it will stand on paper.</summary>
internal sealed record ShapedText(IReadOnlyList<GlyphRun> Runs)
{
    public float Width { get; } = Runs.Sum(run => run.Width);

    public static ShapedText Of(string text, TextStyle style) =>
        new(TextRuns.Of(PlainText.Clean(text), FontFaces.Of(style)).Select(run => Shape(run, style.Size)).ToList());

    private static GlyphRun Shape(TextRun run, float size)
    {
        var text = Encoding.UTF8.GetBytes(run.Text);
        using var buffer = new Buffer
        {
            Direction = run.Level == 1 ? Direction.RightToLeft : Direction.LeftToRight,
            Language = new Language("und")
        };
        buffer.AddUtf8(text);
        buffer.GuessSegmentProperties();
        run.Face.Shape(buffer);
        return Read(buffer, run.Face, text, size / run.Face.Face.UnitsPerEm);
    }

    private static GlyphRun Read(Buffer buffer, FontFace face, byte[] text, float scale)
    {
        var glyphs = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var places = new SKPoint[glyphs.Length];
        var width = 0f;
        for (var at = 0; at < glyphs.Length; at++)
        {
            places[at] = new SKPoint(width + (positions[at].XOffset * scale), -positions[at].YOffset * scale);
            width += positions[at].XAdvance * scale;
        }

        var infos = glyphs.ToArray();
        return new GlyphRun(
            face, text, [.. infos.Select(glyph => (ushort)glyph.Codepoint)], places, [.. infos.Select(glyph => glyph.Cluster)], width);
    }
}
