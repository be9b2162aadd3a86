using AjsPantry.Infrastructure.Documents;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>The type sizes of the report on paper, in points.</summary>
internal static class ReportStyles
{
    public static readonly TextStyle Title = new(18, Bold: true);
    public static readonly TextStyle Heading = new(10.5f, Bold: true);
    public static readonly TextStyle Body = new(9);
    public static readonly TextStyle Quiet = new(9, Ink: Ink.Second);
    public static readonly TextStyle Strong = new(9, Bold: true);
    public static readonly TextStyle TableHead = new(8, Bold: true, Ink: Ink.Second);
    public static readonly TextStyle Small = new(8, Ink: Ink.Second);

    /// <summary>A value in the row of figures, as large as its column lets it be.</summary>
    public static TextStyle Figure(string text, float width)
    {
        var size = 12f;
        while (size > 7 && TextBlock.Line(text, new TextStyle(size, Bold: true)).Width > width) size -= 0.5f;
        return new TextStyle(size, Bold: true);
    }
}
