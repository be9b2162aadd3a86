using System.Globalization;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Infrastructure.Documents;
using SkiaSharp;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>Draws the receipt of a bill, plainly marked as demo.</summary>
internal static class DemoTillRoll
{
    private static readonly Lazy<SKTypeface> Face = new(() =>
        SKTypeface.FromStream(typeof(DemoTillRoll).Assembly.GetManifestResourceStream("fonts/AnekLatin-Regular.ttf")));

    public static byte[] Photo(Bill bill)
    {
        const int edge = 40, step = 44;
        var rows = Rows(bill).ToList();
        using var picture = new SKBitmap(640, (2 * edge) + (step * (rows.Count + 1)));
        using var canvas = new SKCanvas(picture);
        using var paint = new SKPaint { Color = new SKColor(0x3b, 0x3a, 0x37), IsAntialias = true };
        using var font = new SKFont(Face.Value, 28);
        canvas.Clear(new SKColor(0xfb, 0xfa, 0xf7));
        foreach (var (at, (text, amount)) in rows.Index())
        {
            var y = edge + (step * (at + 1));
            canvas.DrawText(
                text, amount is null ? picture.Width / 2f : edge, y, amount is null ? SKTextAlign.Center : SKTextAlign.Left, font, paint);
            if (amount is { } money)
                canvas.DrawText(Words(money), picture.Width - edge, y, SKTextAlign.Right, font, paint);
        }

        using var file = picture.Encode(SKEncodedImageFormat.Jpeg, 82);
        return file.ToArray();
    }

    public static byte[] Paper(Bill bill)
    {
        var flow = new PageFlow();
        foreach (var (text, amount) in Rows(bill))
        {
            if (amount is { } money)
                flow.Page.Text(TextBlock.Line(Words(money), new TextStyle(11)), PageFlow.Left, flow.Y, PageFlow.Width, Align.Right);
            flow.Text(text, new TextStyle(11, Bold: amount is null));
        }

        return PdfFile.Write(new PdfInfo($"Demo receipt {bill.Number}", bill.Shop, bill.RecordedAt), flow.Pages);
    }

    private static string Words(decimal money) => money.ToString("0.00", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Text, decimal? Amount)> Rows(Bill bill)
    {
        yield return ("DEMO RECEIPT", null);
        yield return (bill.Shop, null);
        yield return ($"{bill.Number}   {bill.Date.ToString("dd MMM yyyy", CultureInfo.InvariantCulture)}", null);
        foreach (var line in bill.Lines.OrderBy(line => line.Position))
            yield return ($"{line.Item}  {DemoText.Of(line.Quantity)} {line.Unit}", line.Amount);
        if (bill.Charges != 0)
            yield return ("Delivery", bill.Charges);
        if (bill.Discount != 0)
            yield return ("Discount", -bill.Discount);
        yield return ("TOTAL", bill.Total);
    }
}
