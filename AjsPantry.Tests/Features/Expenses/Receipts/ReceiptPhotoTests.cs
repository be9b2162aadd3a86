using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using AjsPantry.Features.Expenses.Receipts;
using SkiaSharp;

namespace AjsPantry.Tests.Features.Expenses.Receipts;

/// <summary>Receipts that are photographs.</summary>
public sealed class ReceiptPhotoTests : IDisposable
{
    private readonly CheckedFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task Photos_are_drawn_anew_and_the_same_photo_gives_the_same_bytes(SKEncodedImageFormat format)
    {
        var photo = Uploads.Photo(format: format);
        var kept = await _files.KeptAsync(photo);
        Assert.Contains(kept.Kind, (ReceiptKind[])[ReceiptKind.Jpeg, ReceiptKind.Png]);
        Assert.Equal(kept.Bytes, (await _files.KeptAsync(photo)).Bytes);
        using var picture = SKBitmap.Decode(kept.Bytes);
        Assert.Equal((60, 90), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task A_large_photo_is_made_smaller_and_forgets_where_it_was_taken()
    {
        var photo = WithPlace(Uploads.Photo(5000, 3000), turned: false);
        Assert.Contains("GPS-HERE", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        var kept = await _files.KeptAsync(photo);
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
        var kept = await _files.KeptAsync(WithPlace(file.ToArray(), turned: true));
        using var upright = SKBitmap.Decode(kept.Bytes);
        Assert.Equal((200, 400), (upright.Width, upright.Height));
        Assert.True(upright.GetPixel(100, 50).Blue > 200 && upright.GetPixel(100, 350).Red > 200);
    }

    [Fact]
    public async Task A_png_is_turned_as_the_camera_was_held()
    {
        using var sent = SKBitmap.Decode(Sent("orient6.png"));
        using var kept = SKBitmap.Decode((await _files.KeptAsync(Sent("orient6.png"))).Bytes);
        Assert.Equal((sent.Height, sent.Width), (kept.Width, kept.Height));
        Assert.NotEqual(sent.Width, sent.Height);
    }

    [Fact]
    public async Task Half_a_photo_is_refused_in_words()
    {
        const string Half = "arrived only in part. Send it again.";
        Assert.Equal(Half, await _files.RefusedAsync(Sent("truncated.jpg")));
        foreach (var format in (SKEncodedImageFormat[])[SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp])
        {
            var photo = Uploads.Photo(900, 1600, format);
            Assert.Contains(await _files.RefusedAsync(photo[..(photo.Length / 2)]),
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
        using var kept = SKBitmap.Decode((await _files.KeptAsync(Uploads.Photo(width, height))).Bytes);
        Assert.Equal((keptWidth, keptHeight), (kept.Width, kept.Height));
    }

    [Fact]
    public async Task A_film_is_called_a_film()
    {
        const string Film = "is a video, not a photo. Take a photo of the receipt.";
        Assert.Equal(Film, await _files.RefusedAsync(Sent("video.mp4")));
        byte[][] others =
        [
            [0, 0, 0, 20, .. "ftypqt  "u8, 0, 0, 0, 0], [0, 0, 0, 20, .. "ftyp3gp5"u8, 0, 0, 0, 0], [0x1A, 0x45, 0xDF, 0xA3, 0, 0],
            [.. "RIFF\0\0\0\0AVI LIST"u8],
            [0, 0, 0, 8, .. "moov"u8, 0, 0, 0, 0, 0, 0],
        ];
        foreach (var film in others)
            Assert.Equal(Film, await _files.RefusedAsync(film));
    }

    [Theory]
    [InlineData("photo.heic", 320, 240)]
    [InlineData("photo.avif", 320, 240)]
    [InlineData("large.heic", 2400, 1600)]
    public async Task A_photo_as_phones_keep_it_is_opened(string name, int width, int height)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "The library that opens it exists for x64 only.");
        var kept = await _files.KeptAsync(Sent(name));
        using var picture = SKBitmap.Decode(kept.Bytes);
        Assert.Equal((ReceiptKind.Jpeg, width, height), (kept.Kind, picture.Width, picture.Height));
        Assert.InRange(picture.GetPixel(10, 10).Red, 0, 60);
        Assert.InRange(picture.GetPixel(300, 200).Red, 240, 255);
        Assert.Contains("cannot be opened", await _files.RefusedAsync(Sent(name)[..^200]), StringComparison.Ordinal);
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

    [Fact]
    public async Task A_picture_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked()
    {
        var png = Uploads.Photo(8, 8, SKEncodedImageFormat.Png);
        // Width and height of the header, with the checksum that belongs to them.
        byte[] size = [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60];
        size.CopyTo(png, 16);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Checksum(png.AsSpan(12, 17)));
        Assert.Contains("60000 × 60000", await _files.RefusedAsync(png), StringComparison.Ordinal);
        Assert.InRange(_files.Allocated, 1, 50_000_000);
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
}
