using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>Three lines to sign on, never parted from one another.</summary>
internal static class Signatures
{
    private const float Gap = 20;
    private const float Column = (PageFlow.Width - (2 * Gap)) / 3;
    private const float RoomToSign = 52;

    public static float Height => RoomToSign + (3 * ReportStyles.Body.LineHeight) + 6;

    public static void Draw(PageFlow flow, ExpenseReport report)
    {
        flow.Keep(Height);
        flow.Advance(RoomToSign);
        Draw(flow, 0, "Prepared by", ReportWords.Preparer(report));
        Draw(flow, 1, report.Closing is null ? "Checked by" : "Closed by", report.Closing?.ClosedBy);
        Draw(flow, 2, report.Closing is null ? "Approved by" : "Confirmed by", report.Closing?.ConfirmedBy);
    }

    private static void Draw(PageFlow flow, int column, string role, string? name)
    {
        var what = name is { Length: > 0 } ? "Signature and date" : "Name, signature and date";
        var x = PageFlow.Left + (column * (Column + Gap));
        var who = TextBlock.Wrap($"{role} {name}", ReportStyles.Body, Column, lines: 2);
        flow.Page.Rule(x, flow.Y, Column, 0.75f, Ink.Text);
        flow.Page.Text(who, x, flow.Y + 4, Column);
        flow.Page.Text(TextBlock.Wrap(what, ReportStyles.Small, Column), x, flow.Y + 4 + who.Height, Column);
    }
}
