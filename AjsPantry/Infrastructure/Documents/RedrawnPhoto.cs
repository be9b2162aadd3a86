using AjsPantry.Infrastructure.Web;
using SkiaSharp;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>
/// Reads a photo and draws it anew: at most so large, upright, and without what the camera wrote beside the picture, such as the place.
/// The same photo always gives the same bytes.
/// </summary>
public static class RedrawnPhoto
{
    /// <summary>Width times height of what is sent; 50 million is what the largest phone cameras make.</summary>
    public const long MostPixels = 51_000_000;

    private const int Quality = 82;

    /// <summary>By its first bytes: JPEG, PNG or WebP.</summary>
    public static bool IsPhoto(byte[] file) =>
        file is [0xFF, 0xD8, 0xFF, ..] or [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] or [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..];

    /// <summary>By its first bytes: HEIC or AVIF, which few browsers show.</summary>
    public static bool IsUnshowable(byte[] file) => file is [_, _, _, _, 0x66, 0x74, 0x79, 0x70, 0x68 or 0x6D or 0x61, ..];


    /// <param name="side">The longer side of what is kept, in pixels.</param>
    /// <param name="of">What it should be a photo of, as in: a receipt.</param>
    /// <returns>The photo, or what is wrong with it, as the end of a sentence that begins with its name.</returns>
    public static Outcome<Photo> Read(byte[] file, int side, string of)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
            return Broken;
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
            return Wrong($"has {codec.Info.Width} × {codec.Info.Height} points, which is too many to be a photo of {of}. Send a smaller one.");
        using var picture = Decode(codec, side);
        if (picture is null)
            return Broken;
        using var upright = Upright(picture, codec.EncodedOrigin, side);
        return Smallest(upright, mayBePng: codec.EncodedFormat == SKEncodedImageFormat.Png);
    }

    private static FieldMessage Wrong(string why) => new("Files", why);

    private static FieldMessage Broken => Wrong("looks like a photo and cannot be opened. Take a new one.");

    /// <summary>JPEG is decoded at a half, a quarter or an eighth where that is large enough, which saves most of the memory.</summary>
    private static SKBitmap? Decode(SKCodec codec, int side)
    {
        var wanted = Math.Min(1f, side / (float)Math.Max(codec.Info.Width, codec.Info.Height));
        var size = codec.EncodedFormat == SKEncodedImageFormat.Jpeg ? LargeEnough(codec, wanted, side) : codec.Info.Size;
        var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(picture.Info, picture.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput)
            return picture;
        picture.Dispose();
        return null;
    }

    private static SKSizeI LargeEnough(SKCodec codec, float wanted, int side)
    {
        var size = codec.GetScaledDimensions(wanted);
        return Math.Max(size.Width, size.Height) >= Math.Min(side, Math.Max(codec.Info.Width, codec.Info.Height)) ? size : codec.GetScaledDimensions(Math.Min(1, wanted * 2));
    }

    /// <summary>On white, as paper is, and turned as the camera was held.</summary>
    private static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin, int side)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (wide, high) = turned ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var scale = Math.Min(1f, side / (float)Math.Max(wide, high));
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
    private static Photo Smallest(SKBitmap picture, bool mayBePng)
    {
        using var jpeg = picture.Encode(SKEncodedImageFormat.Jpeg, Quality);
        using var png = mayBePng ? picture.Encode(SKEncodedImageFormat.Png, 100) : null;
        return png is not null && png.Size < jpeg.Size ? new Photo(IsPng: true, png.ToArray()) : new Photo(IsPng: false, jpeg.ToArray());
    }
}

/// <summary>A photo as it is kept.</summary>
/// <param name="IsPng">Otherwise it is a JPEG.</param>
public sealed record Photo(bool IsPng, byte[] Bytes);
