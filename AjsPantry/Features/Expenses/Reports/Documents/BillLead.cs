using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>Date, number and shop of a bill, written once beside its rows and again where it goes on over a page.</summary>
internal sealed record BillLead(Columns Columns, ReportBill Bill, bool IsContinued)
{
    private IReadOnlyList<TextBlock> Blocks =>
    [
        Columns[0].Wrap(Formats.Day(Bill.Date, Bill.Date.Year), ReportStyles.Body, lines: 2),
        Columns[1].Wrap(Bill.Number, ReportStyles.Body, lines: 2),
        Columns[2].Wrap(Bill.Shop, ReportStyles.Body, lines: 4),
    ];

    public float Height => Blocks.Max(block => block.Height) + (IsContinued ? ReportStyles.Small.LineHeight : 0);

    public void Draw(Page page, float y)
    {
        var blocks = Blocks;
        for (var at = 0; at < blocks.Count; at++) Columns[at].Draw(page, blocks[at], y);
        if (IsContinued) Columns[2].Draw(page, Columns[2].Wrap("(continued)", ReportStyles.Small), y + blocks[2].Height);
    }
}
