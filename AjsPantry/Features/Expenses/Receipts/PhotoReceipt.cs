using AjsPantry.Infrastructure.Web;
using SkiaSharp;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>
/// Reads a photo and draws it anew: at most so large, upright, and without what the camera wrote beside the picture, such as the place.
/// The same photo always gives the same bytes.
/// </summary>
internal static class PhotoReceipt
{
    private const int Quality = 82;

    public static Outcome<CheckedReceipt> Read(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
            return Broken;
        if ((long)codec.Info.Width * codec.Info.Height > ReceiptLimits.Pixels)
            return ReceiptCheck.No($"has {codec.Info.Width} × {codec.Info.Height} points, which is too many to be a photo of a receipt. Send a smaller one.");
        using var picture = Decode(codec);
        if (picture is null)
            return Broken;
        using var upright = Upright(picture, codec.EncodedOrigin);
        return Smallest(upright, mayBePng: codec.EncodedFormat == SKEncodedImageFormat.Png);
    }

    private static FieldMessage Broken => ReceiptCheck.No("looks like a photo and cannot be opened. Take a new one.");

    /// <summary>JPEG is decoded at a half, a quarter or an eighth where that is large enough, which saves most of the memory.</summary>
    private static SKBitmap? Decode(SKCodec codec)
    {
        var wanted = Math.Min(1f, ReceiptLimits.KeptSide / (float)Math.Max(codec.Info.Width, codec.Info.Height));
        var size = codec.EncodedFormat == SKEncodedImageFormat.Jpeg ? LargeEnough(codec, wanted) : codec.Info.Size;
        var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(picture.Info, picture.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput)
            return picture;
        picture.Dispose();
        return null;
    }

    private static SKSizeI LargeEnough(SKCodec codec, float wanted)
    {
        var size = codec.GetScaledDimensions(wanted);
        return Math.Max(size.Width, size.Height) >= Math.Min(ReceiptLimits.KeptSide, Math.Max(codec.Info.Width, codec.Info.Height)) ? size : codec.GetScaledDimensions(Math.Min(1, wanted * 2));
    }

    /// <summary>On white, as paper is, and turned as the camera was held.</summary>
    private static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (wide, high) = turned ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var scale = Math.Min(1f, ReceiptLimits.KeptSide / (float)Math.Max(wide, high));
        var upright = new SKBitmap(new SKImageInfo(Math.Max(1, (int)(wide * scale)), Math.Max(1, (int)(high * scale)), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(upright);
        canvas.Clear(SKColors.White);
        canvas.Scale(upright.Width / (float)wide, upright.Height / (float)high);
        canvas.Concat(Turn(origin, wide, high));
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return upright;
    }

    private static SKMatrix Turn(SKEncodedOrigin origin, float wide, float high) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, wide, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, wide, 0, -1, high, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, high, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, wide, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, wide, -1, 0, high, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, high, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    /// <summary>A screenshot or a drawing is often smaller as PNG, and sharper.</summary>
    private static CheckedReceipt Smallest(SKBitmap picture, bool mayBePng)
    {
        using var jpeg = picture.Encode(SKEncodedImageFormat.Jpeg, Quality);
        using var png = mayBePng ? picture.Encode(SKEncodedImageFormat.Png, 100) : null;
        return png is not null && png.Size < jpeg.Size ? new(ReceiptKind.Png, 1, png.ToArray()) : new(ReceiptKind.Jpeg, 1, jpeg.ToArray());
    }
}
