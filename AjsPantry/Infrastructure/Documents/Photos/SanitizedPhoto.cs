using AjsPantry.Infrastructure.Web;
using SkiaSharp;

namespace AjsPantry.Infrastructure.Documents.Photos;

/// <summary>
/// Reads a photo and draws it anew: at most so large, upright, and without what the camera wrote beside the picture, such as the place.
/// The same photo always gives the same bytes.
/// </summary>
public static class SanitizedPhoto
{
    /// <summary>Width times height of what is sent; 50 million is what the largest phone cameras make.</summary>
    public const long MostPixels = 51_000_000;

    private const int Quality = 82;

    /// <summary>By its first bytes: JPEG, PNG or WebP; HEIC and AVIF where this machine opens them.</summary>
    public static bool IsPhoto(byte[] file) => IsShowable(file) || (BoxedPhoto.IsOffered && BoxedFile.IsPhoto(file));

    /// <summary>The types of photos that are opened here, for a field that takes files.</summary>
    public static string Types { get; } = "image/jpeg,image/png,image/webp"
        + (BoxedPhoto.IsOffered ? ",image/heic,image/heif,image/avif" : "");

    private static bool IsShowable(byte[] file) =>
        file is [0xFF, 0xD8, 0xFF, ..] or [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..]
            or [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..];

    /// <summary>How many times longer than wide a picture is before it is a roll and not a photo.</summary>
    private const float Roll = 2.5f;

    /// <param name="side">
    /// The longer side of what is kept, in pixels; a long roll keeps as many pixels as a square of that side has, and so its small print.
    /// </param>
    /// <param name="of">What it should be a photo of, as in: a receipt.</param>
    /// <returns>The photo, or what is wrong with it, as the end of a sentence that begins with its name.</returns>
    public static Outcome<Photo> Read(byte[] file, int side, string of) =>
        BoxedFile.IsPhoto(file) ? ReadBoxed(file, side, of) : ReadShowable(file, side, of);

    private static Outcome<Photo> ReadBoxed(byte[] file, int side, string of)
    {
        var photo = BoxedPhoto.Read(file, side, of);
        if (!photo.IsDone)
            return photo.Messages[0];
        using var picture = photo.Value;
        using var upright = Upright(picture, SKEncodedOrigin.TopLeft, picture.Info.Size, scale: 1);
        return Smallest(upright, mayBePng: false);
    }

    private static Outcome<Photo> ReadShowable(byte[] file, int side, string of)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
            return Broken;
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
            return TooManyPoints(codec.Info.Width, codec.Info.Height, of);
        var scale = ScaleOf(codec.Info.Width, codec.Info.Height, side);
        var (picture, result) = Decode(codec, scale);
        using var decoded = picture;
        if (result == SKCodecResult.IncompleteInput)
            return Wrong("arrived only in part. Send it again.");
        if (result != SKCodecResult.Success)
            return Broken;
        var origin = codec.EncodedFormat == SKEncodedImageFormat.Png ? PngOrientation.Of(file) : codec.EncodedOrigin;
        using var upright = Upright(decoded, origin, codec.Info.Size, scale);
        return Smallest(upright, mayBePng: codec.EncodedFormat == SKEncodedImageFormat.Png);
    }

    private static FieldMessage Wrong(string why) => new("Files", why);

    internal static FieldMessage TooManyPoints(int width, int height, string of) =>
        Wrong($"has {width} × {height} pixels, which is too many for a photo of {of}. Send a smaller one.");

    internal static FieldMessage Broken => Wrong("looks like a photo but cannot be opened. Take a new one.");

    internal static float ScaleOf(int width, int height, int side)
    {
        var longer = Math.Max(width, height);
        var shorter = Math.Min(width, height);
        return Math.Min(1f, longer > shorter * Roll ? MathF.Sqrt((float)side * side / ((float)longer * shorter)) : side / (float)longer);
    }

    /// <summary>JPEG is decoded at a half, a quarter or an eighth where that is large enough, which saves most of the memory.</summary>
    private static (SKBitmap Picture, SKCodecResult Result) Decode(SKCodec codec, float scale)
    {
        var size = codec.EncodedFormat == SKEncodedImageFormat.Jpeg ? LargeEnough(codec, scale) : codec.Info.Size;
        var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        return (picture, codec.GetPixels(picture.Info, picture.GetPixels()));
    }

    private static SKSizeI LargeEnough(SKCodec codec, float scale)
    {
        var size = codec.GetScaledDimensions(scale);
        var isEnough = size.Width >= (int)(codec.Info.Width * scale) && size.Height >= (int)(codec.Info.Height * scale);
        return isEnough ? size : codec.GetScaledDimensions(Math.Min(1, scale * 2));
    }

    /// <summary>On white, as paper is, and turned as the camera was held.</summary>
    private static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin, SKSizeI sent, float scale)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom
            or SKEncodedOrigin.LeftBottom;
        var (wide, high) = turned ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var width = Math.Max(1, (int)MathF.Round(sent.Width * scale));
        var height = Math.Max(1, (int)MathF.Round(sent.Height * scale));
        var size = turned ? new SKSizeI(height, width) : new SKSizeI(width, height);
        var upright = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
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
