using System.Text;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>Which glyphs of one font a document draws, and the letters they stand for.</summary>
internal sealed class UsedGlyphs
{
    public SortedSet<ushort> Glyphs { get; } = [];

    /// <summary>By code point. A glyph of several letters is not in here; its letters travel beside it in the PDF.</summary>
    public SortedDictionary<int, ushort> Letters { get; } = [];

    /// <summary>Those of all pages by font, in the order in which the fonts are first drawn.</summary>
    public static Dictionary<FontFace, UsedGlyphs> Of(IEnumerable<Page> pages)
    {
        var used = new Dictionary<FontFace, UsedGlyphs>();
        foreach (var run in pages.SelectMany(page => page.Marks).OfType<TextMark>().SelectMany(mark => mark.Text.Runs))
        {
            if (!used.TryGetValue(run.Face, out var glyphs)) used[run.Face] = glyphs = new UsedGlyphs();
            glyphs.Add(run);
        }

        return used;
    }

    private void Add(GlyphRun run)
    {
        Glyphs.UnionWith(run.Glyphs);
        for (var at = 0; at < run.Glyphs.Length; at++)
        {
            if (LetterOf(run, at) is { } letter) Letters.TryAdd(letter.Value, run.Glyphs[at]);
        }
    }

    /// <summary>The letter that this glyph alone shows, and nothing else.</summary>
    private static Rune? LetterOf(GlyphRun run, int at)
    {
        var start = (int)run.Clusters[at];
        Rune.DecodeFromUtf8(run.Text.AsSpan(start), out var letter, out var length);
        var shared = IsAt(run, at - 1, start) || IsAt(run, at + 1, start);
        return !shared && (start + length == run.Text.Length || IsAt(run, at - 1, start + length) || IsAt(run, at + 1, start + length))
            ? letter : null;
    }

    private static bool IsAt(GlyphRun run, int at, int cluster) => at >= 0 && at < run.Clusters.Length && run.Clusters[at] == cluster;
}
