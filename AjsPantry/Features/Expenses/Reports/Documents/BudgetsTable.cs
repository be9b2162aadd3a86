using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>The budgets of the month, one row each, from what was carried in to what is left.</summary>
internal static class BudgetsTable
{
    private const float AmountWidth = (PageFlow.Width - NameWidth) / 5;
    private const float NameWidth = 112;

    public static void Draw(PageFlow flow, ExpenseReport report)
    {
        if (report.Budgets is not { Count: > 0 } budgets) return;
        var formats = ReportWords.FormatsOf(report);
        Row(flow, ["Budget", "Carried in", "Allocated", "Spent before", $"Spent in {Formats.MonthName(report.Month)}", "Left"],
            ReportStyles.TableHead);
        foreach (var budget in budgets)
            Row(flow,
                [ReportWords.Days(budget, report),
                    .. new[] { budget.Opening, budget.Allocated, -budget.SpentBefore, -budget.Spent, budget.Left }.Select(formats.Amount)],
                    ReportStyles.Body);
        if (report.Unbudgeted != 0)
            Row(flow, ["In no budget", "", "", "", formats.Amount(-report.Unbudgeted), ""], ReportStyles.Body);
        flow.Advance(14);
    }

    private static void Row(PageFlow flow, IReadOnlyList<string> cells, TextStyle style)
    {
        var name = TextBlock.Wrap(cells[0], style, NameWidth, lines: 2);
        var height = name.Height + (2 * flow.Padding);
        flow.Keep(height);
        flow.Page.Text(name, PageFlow.Left, flow.Y + flow.Padding, NameWidth);
        foreach (var (index, cell) in cells.Skip(1).Index())
            flow.Page.Text(TextBlock.Line(cell, style), PageFlow.Left + NameWidth + (index * AmountWidth), flow.Y + flow.Padding,
                AmountWidth, Align.Right);
        flow.Advance(height);
        flow.Page.Rule(PageFlow.Left, flow.Y, PageFlow.Width, 0.5f, Ink.Hairline);
    }
}
