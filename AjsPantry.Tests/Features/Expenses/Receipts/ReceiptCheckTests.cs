using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Infrastructure.Documents;
using SkiaSharp;

namespace AjsPantry.Tests.Features.Expenses.Receipts;

/// <summary>What a sent file really is, whatever it says of itself.</summary>
public sealed class ReceiptCheckTests : IDisposable
{
    private readonly MeasuredInspector _look = new();
    private readonly ReceiptCheck _check;

    public ReceiptCheckTests() => _check = new(_look);

    public void Dispose() => _look.Dispose();

    private async Task<CheckedReceipt> KeptAsync(byte[] file)
    {
        var outcome = await _check.ReadAsync(file, TestContext.Current.CancellationToken);
        Assert.True(outcome.IsDone, string.Join(" ", outcome.Messages));
        return outcome.Value;
    }

    private async Task<string> RefusedAsync(byte[] file)
    {
        var outcome = await _check.ReadAsync(file, TestContext.Current.CancellationToken);
        Assert.False(outcome.IsDone);
        return outcome.Messages[0].Text;
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task Photos_are_drawn_anew_and_the_same_photo_gives_the_same_bytes(SKEncodedImageFormat format)
    {
        var photo = Uploads.Photo(format: format);
        var kept = await KeptAsync(photo);
        Assert.Contains(kept.Kind, (ReceiptKind[])[ReceiptKind.Jpeg, ReceiptKind.Png]);
        Assert.Equal(kept.Bytes, (await KeptAsync(photo)).Bytes);
        using var picture = SKBitmap.Decode(kept.Bytes);
        Assert.Equal((60, 90), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task A_large_photo_is_made_smaller_and_forgets_where_it_was_taken()
    {
        var photo = WithPlace(Uploads.Photo(5000, 3000), turned: false);
        Assert.Contains("GPS-HERE", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        var kept = await KeptAsync(photo);
        using var picture = SKBitmap.Decode(kept.Bytes);
        Assert.Equal((2400, 1440), (picture.Width, picture.Height));
        var text = Encoding.Latin1.GetString(kept.Bytes);
        Assert.DoesNotContain("GPS-HERE", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_taken_with_the_camera_on_its_side_is_kept_upright()
    {
        using var picture = new SKBitmap(400, 200);
        using (var canvas = new SKCanvas(picture))
        {
            canvas.Clear(SKColors.Red);
            canvas.DrawRect(0, 0, 200, 200, new SKPaint { Color = SKColors.Blue });
        }

        using var file = picture.Encode(SKEncodedImageFormat.Jpeg, 95);
        var kept = await KeptAsync(WithPlace(file.ToArray(), turned: true));
        using var upright = SKBitmap.Decode(kept.Bytes);
        Assert.Equal((200, 400), (upright.Width, upright.Height));
        Assert.True(upright.GetPixel(100, 50).Blue > 200 && upright.GetPixel(100, 350).Red > 200);
    }

    [Fact]
    public async Task A_png_is_turned_as_the_camera_was_held()
    {
        using var sent = SKBitmap.Decode(Sent("orient6.png"));
        using var kept = SKBitmap.Decode((await KeptAsync(Sent("orient6.png"))).Bytes);
        Assert.Equal((sent.Height, sent.Width), (kept.Width, kept.Height));
        Assert.NotEqual(sent.Width, sent.Height);
    }

    [Fact]
    public async Task Half_a_photo_is_refused_in_words()
    {
        const string Half = "arrived only in part. Send it again.";
        Assert.Equal(Half, await RefusedAsync(Sent("truncated.jpg")));
        foreach (var format in (SKEncodedImageFormat[])[SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp])
        {
            var photo = Uploads.Photo(900, 1600, format);
            Assert.Contains(await RefusedAsync(photo[..(photo.Length / 2)]),
                (string[])[Half, "looks like a photo but cannot be opened. Take a new one."]);
        }
    }

    [Theory]
    [InlineData(1000, 6000, 980, 5879)]
    [InlineData(600, 9000, 600, 9000)]
    [InlineData(9000, 600, 9000, 600)]
    [InlineData(3000, 4000, 1800, 2400)]
    public async Task A_long_till_roll_keeps_its_small_print(int width, int height, int keptWidth, int keptHeight)
    {
        using var kept = SKBitmap.Decode((await KeptAsync(Uploads.Photo(width, height))).Bytes);
        Assert.Equal((keptWidth, keptHeight), (kept.Width, kept.Height));
    }

    [Theory]
    [InlineData("owner-password-only.pdf")]
    [InlineData("owner-rc4-40.pdf")]
    [InlineData("leading-bom.pdf")]
    public async Task A_pdf_that_every_reader_opens_is_kept_as_it_came(string name)
    {
        var kept = await KeptAsync(Sent(name));
        Assert.Equal((ReceiptKind.Pdf, 1), (kept.Kind, kept.Pages));
        Assert.Equal(Sent(name), kept.Bytes);
    }

    [Fact]
    public async Task A_pdf_may_have_a_kilobyte_before_its_beginning()
    {
        Assert.Equal(ReceiptKind.Pdf, (await KeptAsync([.. new byte[1019], .. Uploads.Pdf()])).Kind);
        Assert.Contains("neither a photo", await RefusedAsync([.. new byte[1020], .. Uploads.Pdf()]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_is_called_a_film()
    {
        const string Film = "is a video, not a photo. Take a photo of the receipt.";
        Assert.Equal(Film, await RefusedAsync(Sent("video.mp4")));
        byte[][] others =
        [
            [0, 0, 0, 20, .. "ftypqt  "u8, 0, 0, 0, 0], [0, 0, 0, 20, .. "ftyp3gp5"u8, 0, 0, 0, 0], [0x1A, 0x45, 0xDF, 0xA3, 0, 0],
            [.. "RIFF\0\0\0\0AVI LIST"u8],
            [0, 0, 0, 8, .. "moov"u8, 0, 0, 0, 0, 0, 0],
        ];
        foreach (var film in others)
            Assert.Equal(Film, await RefusedAsync(film));
    }

    [Theory]
    [InlineData("photo.heic", 320, 240)]
    [InlineData("photo.avif", 320, 240)]
    [InlineData("large.heic", 2400, 1600)]
    public async Task A_photo_as_phones_keep_it_is_opened(string name, int width, int height)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "The library that opens it exists for x64 only.");
        var kept = await KeptAsync(Sent(name));
        using var picture = SKBitmap.Decode(kept.Bytes);
        Assert.Equal((ReceiptKind.Jpeg, width, height), (kept.Kind, picture.Width, picture.Height));
        Assert.InRange(picture.GetPixel(10, 10).Red, 0, 60);
        Assert.InRange(picture.GetPixel(300, 200).Red, 240, 255);
        Assert.Contains("cannot be opened", await RefusedAsync(Sent(name)[..^200]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_that_cannot_open_it_says_what_it_is()
    {
        foreach (var brand in (string[])["heic", "avif", "mif1"])
            Assert.Contains("cannot be opened here (HEIC or AVIF). Send it as JPEG",
                ReceiptCheck.WhyNot([0, 0, 0, 24, .. Encoding.Latin1.GetBytes($"ftyp{brand}"), 0, 0, 0, 0]).Text, StringComparison.Ordinal);
    }

    private static byte[] Sent(string name) =>
        File.ReadAllBytes(Path.Combine(Sources.Root, "AjsPantry.Tests/Features/Expenses/Receipts/Files", name));

    /// <summary>Adds what cameras write: how they were held, and here a word in place of coordinates.</summary>
    private static byte[] WithPlace(byte[] jpeg, bool turned)
    {
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)(turned ? 6 : 1), 0, 0, 0, 0, 0, 0, 0,
            .. "GPS-HERE"u8];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task A_pdf_is_kept_as_it_came(int pages)
    {
        var pdf = Uploads.Pdf(pages);
        var kept = await KeptAsync(pdf);
        Assert.Equal((ReceiptKind.Pdf, pages), (kept.Kind, kept.Pages));
        Assert.Equal(pdf, kept.Bytes);
    }

    [Fact]
    public async Task Whatever_is_no_receipt_is_refused_in_words()
    {
        Assert.Contains("is empty", await RefusedAsync([]), StringComparison.Ordinal);
        Assert.Contains("neither a photo",
            await RefusedAsync("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray()),
            StringComparison.Ordinal);
        Assert.Contains(
            "neither a photo", await RefusedAsync("<!doctype html><script>alert(1)</script>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("neither a photo", await RefusedAsync("GIF89a<script>alert(1)</script>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("neither a photo", await RefusedAsync([0x50, 0x4B, 3, 4, 0, 0]), StringComparison.Ordinal);
        Assert.Contains(
            "cannot be opened", await RefusedAsync([0xFF, 0xD8, 0xFF, 0xE0, .. "<script>alert(1)</script>"u8]), StringComparison.Ordinal);
        Assert.Contains("cannot be opened", await RefusedAsync([.. "RIFF\0\0\0\0WEBP"u8, .. new byte[40]]), StringComparison.Ordinal);
        Assert.Contains("cannot be opened", await RefusedAsync([0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0]), StringComparison.Ordinal);
        Assert.Contains("10 MB", await RefusedAsync(new byte[ReceiptLimits.Bytes + 1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked()
    {
        var png = Uploads.Photo(8, 8, SKEncodedImageFormat.Png);
        // Width and height of the header, with the checksum that belongs to them.
        byte[] size = [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60];
        size.CopyTo(png, 16);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Checksum(png.AsSpan(12, 17)));
        Assert.Contains("60000 × 60000", await RefusedAsync(png), StringComparison.Ordinal);
        Assert.InRange(_look.Allocated, 1, 50_000_000);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xFFFFFFFF;
        foreach (var part in bytes)
        {
            sum ^= part;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }

    [Fact]
    public async Task Pdfs_that_were_made_to_hurt_are_refused_in_words()
    {
        Assert.Contains("1000 pages", await RefusedAsync(Uploads.Pdf(1000)), StringComparison.Ordinal);
        Assert.Contains("21 pages", await RefusedAsync(Uploads.Pdf(21)), StringComparison.Ordinal);
        Assert.Contains("cannot be opened", await RefusedAsync("%PDF-1.7 and nothing else"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("cannot be opened",
            await RefusedAsync([.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 200_000).Select(at => (byte)(at * 7919 >> 3))]),
            StringComparison.Ordinal);
        await RefusedAsync(Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj\n" + new string('[', 2_000_000)));
        await RefusedAsync(Encoding.Latin1
            .GetBytes("%PDF-1.7\n1 0 obj\n" + string.Concat(Enumerable.Repeat("<</A ", 400_000)) + "\ntrailer << /Root 1 0 R >>"));
        await RefusedAsync(Uploads.HandMade(
            "<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Kids [2 0 R] /Count 1 /X {new string('[', 100_000)} >>"));
        await RefusedAsync(Uploads.HandMade(
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"));
        await RefusedAsync(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Uploads.Pdf())[..300]));
    }

    [Fact]
    public async Task A_pdf_whose_table_of_contents_unpacks_to_gigabytes_is_refused()
    {
        using var packed = new MemoryStream();
        await using (var zip = new System.IO.Compression.ZLibStream(
            packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var at = 0; at < 300; at++)
                zip.Write(zeros);
        }

        var body = Encoding.Latin1.GetString(packed.ToArray());
        var head = "%PDF-1.7\n";
        var file = Encoding.Latin1
            .GetBytes(
                $"{head}1 0 obj\n<< /Type /XRef /Size 99999999 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length {body.Length} >>\nstream\n{body}\nendstream\nendobj\nstartxref\n{head.Length}\n%%EOF");
        Assert.Contains("cannot be opened", await RefusedAsync(file), StringComparison.Ordinal);
        Assert.InRange(_look.Allocated, 1, 400_000_000);
    }

    [Fact]
    public async Task A_pdf_with_a_password_is_refused_in_words() => Assert.Contains("password", await RefusedAsync(Uploads.HandMade(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        $"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{new string('A', 64)}> /U <{new string('B', 64)}> >>").Encrypted()),
        StringComparison.Ordinal);
}

file static class Tricks
{
    /// <summary>Says in the trailer that the fourth object locks the file.</summary>
    public static byte[] Encrypted(this byte[] pdf) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf)
        .Replace(
            "/Root 1 0 R", $"/Root 1 0 R /Encrypt 4 0 R /ID [<{new string('C', 32)}> <{new string('C', 32)}>]", StringComparison.Ordinal));
}
