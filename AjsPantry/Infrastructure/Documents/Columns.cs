namespace AjsPantry.Infrastructure.Documents;

/// <summary>One column of a table.</summary>
public sealed record Column(string Title, float X, float Width, Align Align)
{
    public float Right => X + Width;

    public TextBlock Wrap(string text, TextStyle style, int lines = 1) => TextBlock.Wrap(text, style, Width, lines);

    public void Draw(Page page, TextBlock text, float y) => page.Text(text, X, y, Width, Align);
}

/// <summary>The columns of a table and its head, which is drawn again on every page.</summary>
public sealed record Columns(IReadOnlyList<Column> All, TextStyle Head)
{
    private const float Gap = 5;

    public float HeadHeight => Head.LineHeight + Gap + 1.5f;

    public Column this[int at] => All[at];

    /// <summary>Lays columns side by side; the one without a width takes what the others leave.</summary>
    public static Columns Of(TextStyle head, float gap, params (string Title, float? Width, Align Align)[] parts)
    {
        var rest = PageFlow.Width - (gap * (parts.Length - 1)) - parts.Sum(part => part.Width ?? 0);
        var x = PageFlow.Left;
        var columns = new List<Column>();
        foreach (var (title, width, align) in parts)
        {
            columns.Add(new Column(title, x, width ?? rest, align));
            x += (width ?? rest) + gap;
        }

        return new Columns(columns, head);
    }

    /// <summary>The titles with a rule below.</summary>
    public void DrawHead(PageFlow flow)
    {
        foreach (var column in All) column.Draw(flow.Page, column.Wrap(column.Title, Head), flow.Y);
        flow.Page.Rule(PageFlow.Left, flow.Y + Head.LineHeight + Gap, PageFlow.Width, 0.75f, Ink.Text);
        flow.Advance(HeadHeight);
    }
}
