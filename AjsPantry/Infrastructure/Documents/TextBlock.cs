using System.Globalization;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>Text broken into the lines of a column.</summary>
public sealed class TextBlock
{
    private const string Ellipsis = "…";

    private TextBlock(IReadOnlyList<ShapedText> lines, TextStyle style)
    {
        Lines = lines;
        Style = style;
    }

    public TextStyle Style { get; }

    public float Height => Lines.Count * Style.LineHeight;

    public float Width => Lines.Count == 0 ? 0 : Lines.Max(line => line.Width);

    internal IReadOnlyList<ShapedText> Lines { get; }

    /// <summary>One line, however long.</summary>
    public static TextBlock Line(string text, TextStyle style) => new([ShapedText.Of(text, style)], style);

    /// <summary>
    /// Breaks at spaces, and inside a word only when it is wider than the column; what is left after the last line becomes an ellipsis.
    /// </summary>
    public static TextBlock Wrap(string text, TextStyle style, float width, int lines = 1)
    {
        var block = new List<ShapedText>();
        var rest = PlainText.Clean(text).Trim(' ');
        while (rest.Length > 0)
        {
            var whole = ShapedText.Of(rest, style);
            var last = block.Count == lines - 1;
            var cut = whole.Width <= width ? rest.Length : last ? 0 : Break(rest, style, width);
            block.Add(cut == rest.Length ? whole : cut == 0 ? Shorten(rest, style, width) : ShapedText.Of(rest[..cut].TrimEnd(' '), style));
            rest = cut == 0 ? "" : rest[cut..].TrimStart(' ');
        }

        return new TextBlock(block, style);
    }

    private static int Break(string text, TextStyle style, float width)
    {
        var fits = Fitting(text, end => ShapedText.Of(text[..end], style).Width <= width);
        var space = fits < text.Length ? text.LastIndexOf(' ', fits) : -1;
        return space > 0 ? space : fits;
    }

    private static ShapedText Shorten(string text, TextStyle style, float width)
    {
        ShapedText Cut(int end) => ShapedText.Of(text[..end].TrimEnd(' ') + Ellipsis, style);
        return Cut(Fitting(text, end => Cut(end).Width <= width));
    }

    /// <summary>The end of the longest start that fits, never inside a letter and its marks, and one letter at least.</summary>
    private static int Fitting(string text, Func<int, bool> fits)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        var low = 1;
        var high = starts.Length;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (fits(End(middle))) low = middle;
            else high = middle - 1;
        }

        return End(low);

        int End(int letters) => letters < starts.Length ? starts[letters] : text.Length;
    }
}
