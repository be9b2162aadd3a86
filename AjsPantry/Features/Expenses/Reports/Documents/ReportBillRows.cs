using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>One row inside a bill, already broken into lines.</summary>
internal sealed record ReportBillRow(TextBlock Item, TextBlock Quantity, TextBlock Amount, bool IsSum)
{
    public float Height => Math.Max(Item.Height, Quantity.Height) + (IsSum ? 3 : 0);
}

/// <summary>A bill's rows: its lines, charges, discount, and what they come to.</summary>
internal sealed class ReportBillRows(Column item, Column quantity, Formats formats)
{
    private const int ItemLines = 7;

    public List<ReportBillRow> Of(ReportBill bill)
    {
        if (bill.LeftOut is null && IsPlain(bill)) return [Line(bill.Lines[0], ReportStyles.Strong)];
        var rows = bill.Lines.Select(line => Line(line, ReportStyles.Body)).ToList();
        if (bill.Charges != 0) rows.Add(Row(ReportWords.Charges, "", bill.Charges, ReportStyles.Quiet, ReportStyles.Body));
        if (bill.Discount != 0) rows.Add(Row(ReportWords.Discount, "", -bill.Discount, ReportStyles.Quiet, ReportStyles.Body));
        if (bill.LeftOut is not null) rows.Add(Note(ReportWords.Rest(bill, formats)));
        rows.Add(
            Row(bill.LeftOut is null ? "Bill total" : "Of this bill", "", bill.Total, ReportStyles.Strong,
                ReportStyles.Strong) with
            { IsSum = rows.Count > 0 });
        return rows;
    }

    /// <summary>One line that is the whole bill; saying its amount twice would help nobody.</summary>
    private static bool IsPlain(ReportBill bill) =>
        bill is { Lines.Count: 1, Charges: 0, Discount: 0 } && bill.Lines[0].Amount == bill.Total;

    private ReportBillRow Note(string text) =>
        new(item.Wrap(text, ReportStyles.Small, ItemLines), quantity.Wrap("", ReportStyles.Small), TextBlock.Line("", ReportStyles.Small),
            IsSum: false);

    private ReportBillRow Line(ReportLine line, TextStyle amountStyle) =>
        Row(line.Item, formats.Quantity(line.Quantity, line.Unit), line.Amount, ReportStyles.Body, amountStyle);

    private ReportBillRow Row(string text, string much, decimal money, TextStyle style, TextStyle amountStyle) => new(
        item.Wrap(text, style, ItemLines),
        quantity.Wrap(much, style, lines: 2),
        TextBlock.Line(formats.Amount(money), amountStyle),
        IsSum: false);
}
