using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>
/// The receipts that were with the bills, in two columns or three: the bill's number and the names of its files. Bills that have none
/// are named below in one line or few.
/// </summary>
internal sealed class ReceiptsList(PageFlow flow, ExpenseReport report)
{
    private const float Gap = 20;
    private const float NumberWidth = 52;
    private const float Padding = 1.5f;

    /// <summary>So many rows stay with the signatures.</summary>
    private const int LastRows = 3;

    /// <summary>Enough for all the numbers that <see cref="ReportWords.Bare"/> names.</summary>
    private const int BareLines = 12;

    private int Across => flow.IsTight ? 3 : 2;

    private float ColumnWidth => (PageFlow.Width - ((Across - 1) * Gap)) / Across;

    private float NameWidth => ColumnWidth - NumberWidth - 8;

    private sealed record Cell(TextBlock Number, TextBlock Names)
    {
        public float Height => Math.Max(Number.Height, Names.Height);
    }

    /// <summary>Chosen reports and those of old name no receipts.</summary>
    public static bool IsFor(ExpenseReport report) => report.Bills.Any(bill => bill.Receipts is not null);

    public void Draw()
    {
        if (!IsFor(report))
            return;
        var rows = report.Bills.Where(bill => !ReportWords.IsBare(bill)).Select(Measure).Chunk(Across).ToList();
        var bare = TextBlock.Wrap(ReportWords.Bare(report) ?? "", ReportStyles.Small, PageFlow.Width, BareLines);
        var end = bare.Height + Signatures.Height;
        flow.Keep(HeadHeight + rows.Take(LastRows).Sum(Height) + (rows.Count <= LastRows ? end : 0));
        DrawHead(Title);
        foreach (var (at, row) in rows.Index())
        {
            var last = at > 0 && at == rows.Count - LastRows;
            if (flow.Keep(last ? rows.Skip(at).Sum(Height) + end : Height(row)))
                DrawHead($"{Title} (continued)");
            Draw(row);
        }

        flow.Page.Text(bare, PageFlow.Left, flow.Y + Padding, PageFlow.Width);
        flow.Advance(bare.Height);
    }

    private static float HeadHeight => ReportStyles.Heading.LineHeight + 4;

    private string Title
    {
        get
        {
            var missing = report.Bills.Count(ReportWords.IsBare);
            return missing == 0 ? "Receipts" : missing == 1 ? "Receipts: 1 bill has none" : $"Receipts: {missing} bills have none";
        }
    }

    private Cell Measure(ReportBill bill) => new(
        TextBlock.Wrap(bill.Number, ReportStyles.Small, NumberWidth, lines: 2),
        TextBlock.Wrap(ReportWords.Receipts(bill), ReportStyles.Small, NameWidth, lines: 4));

    private static float Height(Cell[] row) => row.Max(cell => cell.Height) + (2 * Padding);

    private void DrawHead(string title)
    {
        flow.Page.Text(TextBlock.Line(title, ReportStyles.Heading), PageFlow.Left, flow.Y, PageFlow.Width);
        flow.Advance(HeadHeight);
    }

    private void Draw(Cell[] row)
    {
        foreach (var (at, cell) in row.Index())
        {
            var x = PageFlow.Left + (at * (ColumnWidth + Gap));
            flow.Page.Text(cell.Number, x, flow.Y + Padding, NumberWidth);
            flow.Page.Text(cell.Names, x + NumberWidth + 8, flow.Y + Padding, NameWidth);
        }

        flow.Advance(Height(row));
    }
}
