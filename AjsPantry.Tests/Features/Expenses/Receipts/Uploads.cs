using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Infrastructure.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace AjsPantry.Tests.Features.Expenses.Receipts;

/// <summary>Files to send, and the sending of them.</summary>
internal static class Uploads
{
    private static int _number;

    /// <summary>A picture like no other.</summary>
    public static byte[] Photo(int width = 60, int height = 90, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var picture = new SKBitmap(width, height);
        using var canvas = new SKCanvas(picture);
        var number = Interlocked.Increment(ref _number);
        canvas.Clear(new SKColor((byte)(number * 67), (byte)(number * 31), (byte)(number * 13)));
        canvas.DrawCircle(width / 2f, height / 3f, width / 4f, new SKPaint { Color = SKColors.White });
        using var file = picture.Encode(format, 90);
        return file.ToArray();
    }

    public static byte[] Pdf(int pages = 1)
    {
        var flow = new PageFlow();
        flow.Text($"Receipt {Interlocked.Increment(ref _number)}", new TextStyle(12));
        for (var page = 1; page < pages; page++)
            flow.Break();
        return PdfFile.Write(new PdfInfo("Receipt", "Shop", TestClock.Beginning), flow.Pages);
    }

    /// <summary>A PDF written by hand, with the right places in its table.</summary>
    public static byte[] HandMade(params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var (at, body) in objects.Index())
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            text.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    public static async Task<WebPage> SendAsync(this Visitor visitor, Guid bill, params (string Name, byte[] Content)[] files) =>
        await visitor.SendAsync($"/expenses/bill/{bill}/receipts", files);

    public static async Task<WebPage> SendAsync(this Visitor visitor, string address, params (string Name, byte[] Content)[] files)
    {
        var account = await visitor.GetAsync("/account");
        using var form =
            new MultipartFormDataContent { { new StringContent(
                account.Document.QuerySelector("input[name=__RequestVerificationToken]")!
                    .GetAttribute("value")!), "__RequestVerificationToken" } };
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue(
                "form-data")
            { Name = "\"Input.Files\"", FileName = $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\"" };
            form.Add(part);
        }

        return await visitor.ReadAsync(address, await visitor.Client.PostAsync(address, form));
    }

    public static Task<List<Receipt>> ReceiptsAsync(this PantryApp app, Guid bill, string tenant = "North") =>
        app.ReadAsync(tenant,
            db => db.Receipts.Include(receipt => receipt.Content).Where(receipt => receipt.BillId == bill)
                .OrderBy(receipt => receipt.AddedAt).ThenBy(receipt => receipt.Id).AsNoTracking().ToListAsync());

    /// <summary>A receipt of a bill of the first floor of North, through the handler that the page uses. Returns its id.</summary>
    public static async Task<Guid> AddReceiptAsync(this PantryApp app, Guid bill, string name = "photo.jpg", byte[]? content = null)
    {
        var floor = (await app.FloorAsync("North", 1)).Id;
        var bytes = content ?? Photo();
        var file = new FormFile(new MemoryStream(bytes), 0, bytes.Length, "Input.Files", name);
        var result = await app.InTenantAsync("North",
            services => services.GetRequiredService<AddReceipts.Handler>().HandleAsync(floor, bill, [file], CancellationToken.None));
        Assert.Equal((1, ""), (result!.Added, string.Join(' ', result.Problems)));
        return (await app.ReceiptsAsync(bill)).Where(receipt => receipt.RemovedAt is null)
            .OrderBy(receipt => receipt.Id.ToString(), StringComparer.Ordinal).Last().Id;
    }
}
