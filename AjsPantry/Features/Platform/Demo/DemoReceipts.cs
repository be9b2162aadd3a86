using System.Globalization;
using System.Security.Cryptography;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// Till rolls for a floor's latest bills, drawn from the bills themselves and plainly marked as demo; every fourth is a PDF, and the newest
/// has none yet.
/// </summary>
internal sealed class DemoReceipts(PantryDb db, TimeProvider clock)
{
    private const int Bills = 12;

    private static readonly Lazy<SKTypeface> Face = new(() =>
        SKTypeface.FromStream(typeof(DemoReceipts).Assembly.GetManifestResourceStream("fonts/AnekLatin-Regular.ttf")));

    public async Task LoadAsync(Floor floor, CancellationToken cancellationToken)
    {
        var bills = await db.Bills.Include(bill => bill.Lines).Where(bill => bill.FloorId == floor.Id).OrderByDescending(bill => bill.Date)
            .ThenByDescending(bill => bill.Number)
            .Skip(1).Take(Bills).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var (at, bill) in bills.Index())
        {
            var (kind, file) = at % 4 == 3 ? (ReceiptKind.Pdf, Paper(bill)) : (ReceiptKind.Jpeg, Photo(bill));
            db.Receipts.Add(new Receipt
            {
                BillId = bill.Id,
                Name = ReceiptName.Of($"Demo receipt {bill.Number}", kind),
                Kind = kind,
                Pages = 1,
                Size = file.Length,
                Sha256 = SHA256.HashData(file),
                Content = new ReceiptContent { Bytes = file },
                AddedById = bill.RecordedById,
                AddedAt = clock.GetUtcNow() < bill.RecordedAt ? clock.GetUtcNow() : bill.RecordedAt,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static IEnumerable<(string Text, decimal? Amount)> Rows(Bill bill)
    {
        yield return ("DEMO RECEIPT", null);
        yield return (bill.Shop, null);
        yield return ($"{bill.Number}   {bill.Date.ToString("dd MMM yyyy", CultureInfo.InvariantCulture)}", null);
        foreach (var line in bill.Lines
            .OrderBy(line =>
                line.Position)) yield return ($"{line.Item}  {line.Quantity.ToString("0.###", CultureInfo.InvariantCulture)} {line.Unit}",
                    line.Amount);
        if (bill.Charges != 0) yield return ("Delivery", bill.Charges);
        if (bill.Discount != 0) yield return ("Discount", -bill.Discount);
        yield return ("TOTAL", bill.Total);
    }

    private static byte[] Photo(Bill bill)
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
            if (amount is { } money) canvas.DrawText(
                money.ToString("0.00", CultureInfo.InvariantCulture), picture.Width - edge, y, SKTextAlign.Right, font, paint);
        }

        using var file = picture.Encode(SKEncodedImageFormat.Jpeg, 82);
        return file.ToArray();
    }

    private static byte[] Paper(Bill bill)
    {
        var flow = new PageFlow();
        foreach (var (text, amount) in Rows(bill))
        {
            if (amount is { } money) flow.Page.Text(TextBlock.Line(money.ToString("0.00", CultureInfo.InvariantCulture), new TextStyle(11)),
                PageFlow.Left, flow.Y, PageFlow.Width, Align.Right);
            flow.Text(text, new TextStyle(11, Bold: amount is null));
        }

        return PdfFile.Write(new PdfInfo($"Demo receipt {bill.Number}", bill.Shop, bill.RecordedAt), flow.Pages);
    }
}
