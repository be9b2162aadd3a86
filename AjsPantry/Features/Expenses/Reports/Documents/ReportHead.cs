using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>What report this is, of whom, made when and by whom.</summary>
internal static class ReportHead
{
    private const float MarkSize = 32;

    public static void Draw(PageFlow flow, ExpenseReport report)
    {
        const float width = PageFlow.Width - MarkSize - 24;
        BrandMark.Draw(flow.Page, PageFlow.Right - MarkSize, flow.Y, MarkSize);
        flow.Text(ReportWords.Title(report), ReportStyles.Title, width);
        flow.Text(ReportWords.Untitled(report) is { } days ? $"{ReportWords.Place(report)}. {days}" : ReportWords.Place(report),
            ReportStyles.Strong, width);
        flow.Text(Made(report), ReportStyles.Quiet, width);
        if (ReportWords.Closing(report) is { } closing) flow.Text(closing, ReportStyles.Quiet, width);
        flow.Advance(9);
        flow.Page.Rule(PageFlow.Left, flow.Y, PageFlow.Width, 1.25f, Ink.Brand);
        flow.Advance(12);
    }

    private static string Made(ExpenseReport report)
    {
        var made = $"{ReportWords.Made(report)} {ReportWords.By(report)}";
        return ReportWords.Edition(report) is { } edition ? $"{edition}. {made}" : made;
    }
}
