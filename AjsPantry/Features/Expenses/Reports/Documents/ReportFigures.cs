using System.Globalization;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>The month in five figures, side by side.</summary>
internal static class ReportFigures
{
    private sealed record Figure(string Label, string Value, string Note);

    /// <summary>The number of bills is always short; what it leaves, the others share.</summary>
    private static readonly float[] Widths = [105, 46, 92, 104, 104];

    public static void Draw(PageFlow flow, ExpenseReport report)
    {
        var top = flow.Y;
        var tallest = 0f;
        var x = PageFlow.Left;
        foreach (var (figure, width) in All(report, ReportWords.FormatsOf(report)).Zip(Widths))
        {
            tallest = Math.Max(tallest, Draw(flow.Page, figure, x, top, width));
            x += width + 12;
        }

        flow.Advance(tallest + 16);
    }

    private static IEnumerable<Figure> All(ExpenseReport report, Formats formats) =>
    [
        new("Spent", formats.Money(report.Spent), ""),
        new("Bills", report.Bills.Count.ToString(CultureInfo.InvariantCulture), ""),
        new("Average per bill", formats.Money(report.Average), ""),
        report.LargestShop is { } shop ? new("Largest shop", formats.Money(shop.Amount), shop.Name) : new("Largest shop", "None", ""),
        .. Last(report, formats),
    ];

    private static IEnumerable<Figure> Last(ExpenseReport report, Formats formats) => report switch
    {
        { Title: not null, Left: { } left, Budget: { } budget } =>
            [new("Left of the budget", formats.Money(left), $"Budget: {formats.Money(budget)}")],
        { Title: not null } => [],
        { Change: { } change, SpentMonthBefore: { } before } =>
            [new("Change", ReportWords.Signed(formats, change), $"{ReportWords.MonthBefore(report)}: {formats.Money(before)}")],
        _ => [new("Change", ReportWords.NothingBefore, "")],
    };

    private static float Draw(Page page, Figure figure, float x, float y, float width)
    {
        var label = TextBlock.Wrap(figure.Label, ReportStyles.Small, width);
        var value = TextBlock.Line(figure.Value, ReportStyles.Figure(figure.Value, width));
        var note = TextBlock.Wrap(figure.Note, ReportStyles.Small, width, lines: 2);
        var slot = new TextStyle(12).LineHeight;
        page.Text(label, x, y, width);
        page.Text(value, x, y + label.Height, width);
        page.Text(note, x, y + label.Height + slot, width);
        return label.Height + slot + note.Height;
    }
}
