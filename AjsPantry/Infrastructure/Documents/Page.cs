namespace AjsPantry.Infrastructure.Documents;

/// <summary>Something drawn on a page; places in points from the page's top left.</summary>
internal abstract record Mark(Ink Ink);

/// <summary>A line of text from X on its baseline Y.</summary>
internal sealed record TextMark(ShapedText Text, float X, float Y, TextStyle Style) : Mark(Style.Ink);

/// <summary>A filled box, with round corners when asked; rules are thin boxes.</summary>
internal sealed record BoxMark(float X, float Y, float Width, float Height, float Radius, Ink Ink) : Mark(Ink);

/// <summary>A filled outline in SVG path notation, scaled from its own origin.</summary>
internal sealed record PathMark(string Path, float X, float Y, float Scale, Ink Ink) : Mark(Ink);

/// <summary>One page of A4: what is drawn on it, in order. Nothing is drawn before all pages are laid out.</summary>
public sealed class Page
{
    public const float Width = 595.2756f;
    public const float Height = 841.8898f;

    private readonly List<Mark> _marks = [];

    internal IReadOnlyList<Mark> Marks => _marks;

    /// <summary>Sets the block's lines below Y, at one side of the column from X.</summary>
    public void Text(TextBlock block, float x, float y, float width, Align align = Align.Left)
    {
        foreach (var line in block.Lines)
        {
            var start = align == Align.Right ? x + width - line.Width : x;
            _marks.Add(new TextMark(line, start, y + block.Style.Ascent, block.Style));
            y += block.Style.LineHeight;
        }
    }

    public void Box(float x, float y, float width, float height, Ink ink, float radius = 0) =>
        _marks.Add(new BoxMark(x, y, width, height, radius, ink));

    /// <summary>A rule whose upper edge is at Y.</summary>
    public void Rule(float x, float y, float width, float thickness, Ink ink) => Box(x, y, width, thickness, ink);

    /// <summary>Two thin rules, as under the total of any ledger.</summary>
    public void DoubleRule(float x, float y, float width, Ink ink)
    {
        Rule(x, y, width, 0.75f, ink);
        Rule(x, y + 2, width, 0.75f, ink);
    }

    internal void Path(string path, float x, float y, float scale, Ink ink) => _marks.Add(new PathMark(path, x, y, scale, ink));
}
