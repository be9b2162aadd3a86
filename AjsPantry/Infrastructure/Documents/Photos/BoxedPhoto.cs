using System.Runtime.InteropServices;
using AjsPantry.Infrastructure.Web;
using ImageMagick;
using SkiaSharp;

namespace AjsPantry.Infrastructure.Documents.Photos;

/// <summary>
/// Photos as many phones keep them, HEIC and AVIF. Skia reads neither; ImageMagick does, where its library runs.
/// </summary>
internal static class BoxedPhoto
{
    /// <summary>The pixels of one photo, four bytes each, and what reading it takes besides.</summary>
    private const ulong MostMemory = 512UL << 20;

    private static readonly Lazy<bool> Runs = new(TryLibrary);

    /// <summary>Whether this machine opens them.</summary>
    public static bool IsOffered => Runs.Value;

    /// <param name="side">The longer side of what is kept, as in <see cref="SanitizedPhoto.Read"/>.</param>
    /// <returns>The photo, upright and at most so large; or what is wrong with it, as the end of a sentence that begins with its
    /// name.</returns>
    public static Outcome<SKBitmap> Read(byte[] file, int side, string of)
    {
        try
        {
            var settings = new MagickReadSettings { Format = BoxedFile.IsAvif(file) ? MagickFormat.Avif : MagickFormat.Heic };
            var info = new MagickImageInfo(file, settings);
            if (info.Width * (long)info.Height > SanitizedPhoto.MostPixels)
                return SanitizedPhoto.TooManyPoints((int)info.Width, (int)info.Height, of);
            using var photo = new MagickImage(file, settings);
            var scale = SanitizedPhoto.ScaleOf((int)photo.Width, (int)photo.Height, side);
            // Before it is copied: a whole photo twice would take half a gigabyte.
            if (scale < 1)
                photo.Resize(Scaled(photo.Width, scale), Scaled(photo.Height, scale));
            return Copy(photo);
        }
        catch (MagickException)
        {
            return SanitizedPhoto.Broken;
        }
    }

    private static uint Scaled(uint length, float scale) => (uint)Math.Max(1, MathF.Round(length * scale));

    private static SKBitmap Copy(MagickImage photo)
    {
        var copy = new SKBitmap(new SKImageInfo((int)photo.Width, (int)photo.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        using var pixels = photo.GetPixels();
        var bytes = pixels.ToByteArray(PixelMapping.RGBA)!;
        Marshal.Copy(bytes, 0, copy.GetPixels(), bytes.Length);
        return copy;
    }

    /// <summary>The library exists for x64 alone, and what it needs of the system may be missing.</summary>
    private static bool TryLibrary()
    {
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
            return false;
        try
        {
            ResourceLimits.Memory = MostMemory;
            ResourceLimits.Disk = 0;
            return MagickFormatInfo.Create(MagickFormat.Heic)?.SupportsReading == true;
        }
        catch (Exception problem)
            when (problem is TypeInitializationException or DllNotFoundException or BadImageFormatException or FileNotFoundException)
        {
            return false;
        }
    }
}
