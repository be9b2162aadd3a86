using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>Every bill of the month by date. A bill stays together where it can, and says so where it goes on.</summary>
internal sealed class BillsTable
{
    private const float Short = 120;

    private readonly PageFlow _flow;
    private readonly ExpenseReport _report;
    private readonly Formats _formats;
    private readonly Columns _columns;
    private readonly ReportBillRows _rows;
    private float _top;

    public BillsTable(PageFlow flow, ExpenseReport report)
    {
        _flow = flow;
        _report = report;
        _formats = ReportWords.FormatsOf(report);
        _columns = Columns.Of(
            ReportStyles.TableHead,
            10,
            ("Date", 48, Align.Left),
            ("Bill", 52, Align.Left),
            ("Shop", 104, Align.Left),
            ("Item", null, Align.Left),
            ("Quantity", 52, Align.Right),
            (ReportWords.AmountTitle(_formats), AmountWidth(), Align.Right));
        _rows = new ReportBillRows(_columns[3], _columns[4], _formats);
    }

    private Column Amount => _columns[5];

    private float TotalHeight => ReportStyles.Strong.LineHeight + (2 * _flow.Padding) + 5;

    public void Draw()
    {
        DrawHead();
        for (var at = 0; at < _report.Bills.Count; at++) Draw(_report.Bills[at], isLast: at == _report.Bills.Count - 1);
        DrawTotal();
    }

    /// <summary>As wide as the widest amount, so that none is ever cut.</summary>
    private float AmountWidth()
    {
        var largest = _report.Bills.SelectMany(Amounts).Append(_report.Spent).Append(_report.Budget ?? 0).Append(_report.Left ?? 0)
            .Max(Math.Abs);
        return Math.Max(58, TextBlock.Line(_formats.Amount(-largest), ReportStyles.Strong).Width);
    }

    private static IEnumerable<decimal> Amounts(ReportBill bill) =>
        [.. bill.Lines.Select(line => line.Amount), bill.Charges, bill.Discount, bill.Total];

    private void DrawHead()
    {
        _columns.DrawHead(_flow);
        _top = _flow.Y;
    }

    private void NewPage()
    {
        _flow.Break();
        DrawHead();
    }

    private void Draw(ReportBill bill, bool isLast)
    {
        var rest = _rows.Of(bill);
        var lead = new BillLead(_columns, bill, IsContinued: false);
        while (rest.Count > 0)
        {
            var count = Fitting(rest, lead, isLast ? TotalHeight : 0);
            Draw(lead, rest[..count]);
            rest = rest[count..];
            if (rest.Count > 0) NewPage();
            if (count > 0) lead = lead with { IsContinued = true };
        }
    }

    /// <summary>How many rows come on this page. Short bills are not divided, and of longer ones no row stands alone.</summary>
    private int Fitting(List<ReportBillRow> rows, BillLead lead, float below)
    {
        var room = _flow.Remaining - (2 * _flow.Padding);
        var whole = Math.Max(lead.Height, rows.Sum(row => row.Height)) + below;
        var isFresh = _flow.Y <= _top;
        if (whole <= room) return rows.Count;
        if (!isFresh && (whole <= Short || lead.Height > room)) return 0;
        var count = Math.Min(Count(rows, room), Math.Max(rows.Count - 2, 0));
        return isFresh ? Math.Max(count, 1) : count < 2 ? 0 : count;
    }

    private static int Count(List<ReportBillRow> rows, float room)
    {
        var count = 0;
        var used = 0f;
        while (count < rows.Count && used + rows[count].Height <= room) used += rows[count++].Height;
        return count;
    }

    private void Draw(BillLead lead, List<ReportBillRow> rows)
    {
        if (rows.Count == 0) return;
        var top = _flow.Y + _flow.Padding;
        var y = _flow.Y + _flow.Padding;
        lead.Draw(_flow.Page, top);
        foreach (var row in rows) y = Draw(row, y);
        _flow.Advance(Math.Max(y - top, lead.Height) + (2 * _flow.Padding));
        _flow.Page.Rule(PageFlow.Left, _flow.Y, PageFlow.Width, 0.5f, Ink.Hairline);
    }

    private float Draw(ReportBillRow row, float y)
    {
        var page = _flow.Page;
        if (row.IsSum) page.Rule(Amount.X, y + 1, Amount.Width, 0.5f, Ink.Text);
        var top = row.IsSum ? y + 3 : y;
        _columns[3].Draw(page, row.Item, top);
        _columns[4].Draw(page, row.Quantity, top);
        Amount.Draw(page, row.Amount, top);
        return y + row.Height;
    }

    private void DrawTotal()
    {
        if (_flow.Keep(TotalHeight)) DrawHead();
        var page = _flow.Page;
        var y = _flow.Y + _flow.Padding + 1;
        page.Rule(PageFlow.Left, _flow.Y, PageFlow.Width, 0.75f, Ink.Text);
        page.Text(TextBlock.Line(ReportWords.Bills(_report.Bills.Count), ReportStyles.Strong), PageFlow.Left, y, PageFlow.Width);
        page.Text(TextBlock.Line("Total", ReportStyles.Strong), _columns[2].X, y, PageFlow.Width);
        Amount.Draw(page, TextBlock.Line(_formats.Amount(_report.Spent), ReportStyles.Strong), y);
        _flow.Advance(TotalHeight - 3);
        DrawBudget();
        _flow.Page.DoubleRule(PageFlow.Left, _flow.Y, PageFlow.Width, Ink.Text);
        _flow.Advance(20);
    }

    /// <summary>What the chosen lines are held against.</summary>
    private void DrawBudget()
    {
        if (_report is not { Budget: { } budget, Left: { } left }) return;
        foreach (var (text, amount) in new[] { ("Budget", budget), ("Left of the budget", left) })
        {
            _flow.Keep(ReportStyles.Strong.LineHeight + 4);
            _flow.Page.Text(TextBlock.Line(text, ReportStyles.Body), _columns[2].X, _flow.Y, PageFlow.Width);
            Amount.Draw(_flow.Page, TextBlock.Line(_formats.Amount(amount), ReportStyles.Body), _flow.Y);
            _flow.Advance(ReportStyles.Strong.LineHeight + 2);
        }
    }
}
