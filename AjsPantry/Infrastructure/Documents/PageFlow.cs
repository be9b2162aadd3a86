namespace AjsPantry.Infrastructure.Documents;

/// <summary>Fills A4 pages from top to bottom. Whoever adds something asks for its height first.</summary>
public sealed class PageFlow
{
    public const float Left = 48;
    public const float Width = Page.Width - (2 * Left);
    public const float Right = Left + Width;
    private const float Top = 48;
    private const float Bottom = Page.Height - 66;
    private const float FootRule = Page.Height - 50;

    private readonly List<Page> _pages = [new()];

    public IReadOnlyList<Page> Pages => _pages;

    public Page Page => _pages[^1];

    /// <summary>Where the next thing begins.</summary>
    public float Y { get; private set; } = Top;

    public float Remaining => Bottom - Y;

    /// <summary>How much of the last page has something on it, from 0 to 1.</summary>
    public float Filled => (Y - Top) / Tallest;

    /// <summary>Whether rows stand closer, to spare a page.</summary>
    public bool IsTight { get; init; }

    /// <summary>Between a table's rules and its text.</summary>
    public float Padding => IsTight ? 2 : 3.5f;

    /// <summary>The height of an empty page.</summary>
    public static float Tallest => Bottom - Top;

    public void Advance(float height) => Y += height;

    public void Break()
    {
        _pages.Add(new Page());
        Y = Top;
    }

    /// <summary>Goes to a new page unless this much still fits here, so that it stays together.</summary>
    public bool Keep(float height)
    {
        if (height <= Remaining) return false;
        Break();
        return true;
    }

    /// <summary>Sets text over the whole width and goes on below it.</summary>
    public void Text(string text, TextStyle style, float width = Width, int lines = 3)
    {
        var block = TextBlock.Wrap(text, style, width, lines);
        Page.Text(block, Left, Y, width);
        Advance(block.Height);
    }

    /// <summary>The running foot of all pages, once their number is known: a text left, one in the middle, "Page x of y" right.</summary>
    public void Foot(string left, string middle, TextStyle style)
    {
        for (var number = 1; number <= _pages.Count; number++) Foot(
            _pages[number - 1], left, middle, $"Page {number} of {_pages.Count}", style);
    }

    private static void Foot(Page page, string left, string middle, string right, TextStyle style)
    {
        const float gap = 16;
        page.Rule(Left, FootRule, Width, 0.5f, Ink.Hairline);
        var first = TextBlock.Line(left, style);
        var last = TextBlock.Line(right, style);
        var room = Width - first.Width - last.Width - (2 * gap);
        page.Text(first, Left, FootRule + 6, Width);
        page.Text(TextBlock.Wrap(middle, style, room), Left + first.Width + gap, FootRule + 6, room);
        page.Text(last, Left, FootRule + 6, Width, Align.Right);
    }
}
