using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>What each category and each shop took, side by side, with a bar for each.</summary>
internal sealed class SharesTable(PageFlow flow, ExpenseReport report)
{
    private const float Gap = 26;
    private const float HalfWidth = (PageFlow.Width - Gap) / 2;
    private const float BarWidth = 44;
    private const int LastRows = 3;

    private readonly Formats _formats = ReportWords.FormatsOf(report);

    private float AmountWidth { get; } = Math.Max(56, WidestAmount(report));

    private float NameWidth => HalfWidth - BarWidth - AmountWidth - 16;

    private sealed record Row(TextBlock Name, TextBlock Amount, float Bar, bool IsTotal);

    private sealed record Pair(Row? Left, Row? Right);

    /// <summary>
    /// Goes on below the bills, and over the page where it would leave more than a third of one empty. Where it is what
    /// the signatures follow, its last rows stay with them; nobody likes to sign an empty sheet.
    /// </summary>
    public void Draw()
    {
        var pairs = Pairs(Rows(report.Categories), Rows(report.Shops));
        var below = ReceiptsList.IsFor(report) ? 0 : Signatures.Height;
        var whole = HeadHeight + pairs.Sum(Height) + below;
        var start = HeadHeight + pairs.Take(LastRows).Sum(Height) + (pairs.Count <= LastRows ? below : 0);
        flow.Keep(whole <= PageFlow.Tallest && flow.Remaining < PageFlow.Tallest / 3 ? whole : start);
        DrawHead("By category", "By shop");
        foreach (var (at, pair) in pairs.Index())
        {
            if (at > 0 && at == pairs.Count - LastRows && flow.Keep(pairs.Skip(at).Sum(Height) + below))
                DrawHeadAgain(pair);
            Draw(pair);
        }

        flow.Advance(14);
    }

    private void DrawHeadAgain(Pair pair) =>
        DrawHead(pair.Left is null ? "" : "By category (continued)", pair.Right is null ? "" : "By shop (continued)");

    private static float HeadHeight => ReportStyles.Heading.LineHeight + 4;

    private static List<Pair> Pairs(List<Row> left, List<Row> right) =>
        [.. Enumerable.Range(0, Math.Max(left.Count, right.Count))
            .Select(at => new Pair(left.ElementAtOrDefault(at), right.ElementAtOrDefault(at)))];

    private float Height(Pair pair) => Math.Max(pair.Left?.Name.Height ?? 0, pair.Right?.Name.Height ?? 0) + (2 * flow.Padding);

    private static float WidestAmount(ExpenseReport report)
    {
        var largest = report.Categories.Concat(report.Shops).Select(share => share.Amount).Append(report.Spent).Max(Math.Abs);
        return TextBlock.Line(ReportWords.FormatsOf(report).Amount(-largest), ReportStyles.Strong).Width;
    }

    private List<Row> Rows(IReadOnlyList<ReportShare> shares)
    {
        var largest = shares.Count == 0 ? 0 : shares.Max(share => share.Amount);
        var rows = shares.Select(share => Measure(share, ReportStyles.Body, largest)).ToList();
        rows.Add(Measure(new ReportShare("Total", report.Spent), ReportStyles.Strong, 0) with { IsTotal = true });
        return rows;
    }

    private Row Measure(ReportShare share, TextStyle style, decimal largest) => new(
        TextBlock.Wrap(share.Name, style, NameWidth, lines: 3),
        TextBlock.Line(_formats.Amount(share.Amount), style),
        share.Amount > 0 && largest > 0 ? Math.Max(0.75f, (float)(share.Amount / largest) * BarWidth) : 0,
        IsTotal: false);

    private void DrawHead(string left, string right)
    {
        flow.Page.Text(TextBlock.Line(left, ReportStyles.Heading), PageFlow.Left, flow.Y, HalfWidth);
        flow.Page.Text(TextBlock.Line(right, ReportStyles.Heading), PageFlow.Left + HalfWidth + Gap, flow.Y, HalfWidth);
        flow.Advance(HeadHeight);
    }

    private void Draw(Pair pair)
    {
        var height = Height(pair);
        if (flow.Keep(height)) DrawHeadAgain(pair);
        Draw(pair.Left, PageFlow.Left, height);
        Draw(pair.Right, PageFlow.Left + HalfWidth + Gap, height);
        flow.Advance(height);
    }

    private void Draw(Row? row, float x, float height)
    {
        if (row is null) return;
        var page = flow.Page;
        var top = flow.Y + flow.Padding;
        page.Text(row.Name, x, top, NameWidth);
        page.Text(row.Amount, x, top, HalfWidth, Align.Right);
        if (row.Bar > 0) page.Box(x + NameWidth + 8, top + 4, row.Bar, 5, Ink.Bar);
        if (row.IsTotal) page.Rule(x, flow.Y, HalfWidth, 0.75f, Ink.Text);
        else page.Rule(x, flow.Y + height, HalfWidth, 0.5f, Ink.Hairline);
    }
}
