using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>A report's vouchers to cut out and sign, in two columns on A4.</summary>
public static class VouchersPdf
{
    private const float Edge = 30;
    private const float Gap = 9;
    private const float Pad = 9;
    private const float Width = (Page.Width - (2 * Edge) - Gap) / 2;
    private const float QuantityWidth = 46;
    private const float RoomToSign = 24;
    private const float Inner = Width - (2 * Pad);

    private static readonly string[] Signing = ["Authorised by", "Received by"];

    private static readonly TextStyle Title = new(9, Bold: true);
    private static readonly TextStyle Body = new(7.5f);
    private static readonly TextStyle Quiet = new(7.5f, Ink: Ink.Second);
    private static readonly TextStyle Strong = new(8, Bold: true);

    public static byte[] Write(ExpenseReport report)
    {
        var pages = VoucherPages.Of(report.Vouchers ?? []).Select(page => Draw(page, report)).ToList();
        return PdfFile.Write(
            new PdfInfo($"Vouchers: {ReportWords.Title(report)}, {ReportWords.Place(report)}", ReportWords.Preparer(report), report.MadeAt),
            pages);
    }

    private static Page Draw(VoucherPage plan, ExpenseReport report)
    {
        var page = new Page();
        var rows = plan.Places / 2;
        var height = (Page.Height - (2 * Edge) - ((rows - 1) * Gap)) / rows;
        foreach (var (at, voucher) in plan.Vouchers.Index())
            Draw(new Slot(page, Edge + (at % 2 * (Width + Gap)), Edge + (at / 2 * (height + Gap)), height), voucher, report);
        return page;
    }

    private sealed record Slot(Page Page, float X, float Y, float Height)
    {
        public float Left => X + Pad;

        public float Bottom => Y + Height;
    }

    private static void Draw(Slot slot, Voucher voucher, ExpenseReport report)
    {
        DrawFrame(slot);
        var y = DrawHead(slot, voucher, report);
        var formats = ReportWords.FormatsOf(report);
        foreach (var line in voucher.Lines) y = DrawRow(
            slot, y, line.Item, formats.Quantity(line.Quantity, line.Unit), formats.Amount(line.Amount), Body);
        if (voucher.IsLast) DrawTotal(slot, y, voucher.Bill, formats);
        else DrawRow(slot, y, "Continued on the next voucher", "", "", Quiet);
        DrawSignatures(slot);
    }

    private static void DrawFrame(Slot slot)
    {
        slot.Page.Rule(slot.X, slot.Y, Width, 0.5f, Ink.Second);
        slot.Page.Rule(slot.X, slot.Bottom - 0.5f, Width, 0.5f, Ink.Second);
        slot.Page.Box(slot.X, slot.Y, 0.5f, slot.Height, Ink.Second);
        slot.Page.Box(slot.X + Width - 0.5f, slot.Y, 0.5f, slot.Height, Ink.Second);
    }

    private static float DrawHead(Slot slot, Voucher voucher, ExpenseReport report)
    {
        var page = slot.Page;
        var y = slot.Y + 6;
        var part = voucher.Parts > 1 ? $" ({voucher.Part} of {voucher.Parts})" : "";
        var number = TextBlock.Wrap($"{voucher.Bill.Number}{part}", Title, Inner * 0.55f);
        page.Text(TextBlock.Line(voucher.Bill.Total < 0 ? "Reversal voucher" : "Purchase voucher", Title), slot.Left, y, Inner);
        page.Text(number, slot.Left, y, Inner, Align.Right);
        y += Title.LineHeight;
        page.Text(TextBlock.Wrap(ReportWords.Place(report), Quiet, Inner), slot.Left, y, Inner);
        y += Quiet.LineHeight;
        var date = TextBlock.Line(Formats.FullDay(voucher.Bill.Date), Body);
        page.Text(TextBlock.Wrap(voucher.Bill.Shop, Strong, Inner - date.Width - 8), slot.Left, y, Inner);
        page.Text(date, slot.Left, y, Inner, Align.Right);
        y += Strong.LineHeight + 2;
        page.Rule(slot.Left, y, Inner, 0.5f, Ink.Text);
        return y + 3;
    }

    private static float DrawRow(Slot slot, float y, string text, string quantity, string amount, TextStyle style)
    {
        var figure = TextBlock.Line(amount, style);
        var room = Inner - Math.Max(52, figure.Width) - QuantityWidth - 8;
        slot.Page.Text(TextBlock.Wrap(text, style, quantity == "" ? room + QuantityWidth : room), slot.Left, y, room);
        slot.Page.Text(TextBlock.Wrap(quantity, style, QuantityWidth), slot.Left + room + 4, y, QuantityWidth, Align.Right);
        slot.Page.Text(figure, slot.Left, y, Inner, Align.Right);
        return y + style.LineHeight;
    }

    private static void DrawTotal(Slot slot, float y, ReportBill bill, Formats formats)
    {
        if (bill.Charges != 0) y = DrawRow(slot, y, ReportWords.Charges, "", formats.Amount(bill.Charges), Quiet);
        if (bill.Discount != 0) y = DrawRow(slot, y, ReportWords.Discount, "", formats.Amount(-bill.Discount), Quiet);
        slot.Page.Rule(slot.Left, y + 1, Inner, 0.5f, Ink.Text);
        DrawRow(slot, y + 3, "Total", "", formats.Money(bill.Total), Strong);
    }

    private static void DrawSignatures(Slot slot)
    {
        const float gap = 14;
        var width = (Inner - gap) / 2;
        var y = slot.Bottom - Quiet.LineHeight - 6;
        foreach (var (at, words) in Signing.Index())
        {
            var x = slot.Left + (at * (width + gap));
            slot.Page.Rule(x, y, width, 0.5f, Ink.Text);
            slot.Page.Text(TextBlock.Line(words, Quiet), x, y + 1, width);
        }
    }

    /// <summary>What a voucher of so many rows needs, to be sure that it fits.</summary>
    public static float HeightOf(int items) =>
        6 + Title.LineHeight + Quiet.LineHeight + Strong.LineHeight + 5 + ((items + 2) * Body.LineHeight) + 3 + Strong.LineHeight
            + RoomToSign + Quiet.LineHeight + 6;

    /// <summary>How tall a voucher is where so many are on a page.</summary>
    public static float HeightAt(int places) => (Page.Height - (2 * Edge) - ((places / 2 - 1) * Gap)) / (places / 2);
}
