using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>The report as a sheet of paper to sign.</summary>
public static class ExpenseReportPdf
{
    /// <summary>How much of a last page is little.</summary>
    private const float SparsePage = 1 / 3f;

    /// <summary>A PDF/A file; the same report always gives the same bytes.</summary>
    public static byte[] Write(ExpenseReport report)
    {
        var flow = Draw(report, tight: false);
        // A last page with little on it is spared where closer rows do without it.
        if (flow.Pages.Count > 1 && flow.Filled < SparsePage && Draw(report, tight: true) is var closer
            && closer.Pages.Count < flow.Pages.Count)
            flow = closer;
        flow.Foot(ReportWords.Made(report), Running(report), ReportStyles.Small);
        return PdfFile.Write(
            new PdfInfo($"{ReportWords.Title(report)}, {ReportWords.Place(report)}", Author(report), report.MadeAt), flow.Pages);
    }

    private static PageFlow Draw(ExpenseReport report, bool tight)
    {
        var flow = new PageFlow { IsTight = tight };
        ReportHead.Draw(flow, report);
        ReportFigures.Draw(flow, report);
        BudgetsTable.Draw(flow, report);
        if (report.Bills.Count == 0) DrawNothing(flow, report);
        else DrawBills(flow, report);
        Signatures.Draw(flow, report);
        return flow;
    }

    private static string Author(ExpenseReport report) => ReportWords.Preparer(report) is { Length: > 0 } person ? person : report.MadeBy;

    private static void DrawNothing(PageFlow flow, ExpenseReport report)
    {
        flow.Advance(12);
        flow.Text(ReportWords.Nothing(report), ReportStyles.Heading);
    }

    private static void DrawBills(PageFlow flow, ExpenseReport report)
    {
        new BillsTable(flow, report).Draw();
        new SharesTable(flow, report).Draw();
        new ReceiptsList(flow, report).Draw();
    }

    /// <summary>Says on every page what it is a page of, should the sheets part.</summary>
    private static string Running(ExpenseReport report)
    {
        var text = $"{ReportWords.Place(report)}: {ReportWords.Title(report)}";
        return ReportWords.Edition(report) is { } edition ? $"{edition}. {text}" : text;
    }
}
