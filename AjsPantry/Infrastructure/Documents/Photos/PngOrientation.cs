using System.Buffers.Binary;
using SkiaSharp;

namespace AjsPantry.Infrastructure.Documents.Photos;

/// <summary>Reads from a PNG how the camera was held. Skia reads that from JPEG and WebP only.</summary>
internal static class PngOrientation
{
    private const int Signature = 8;

    /// <summary>Length, name and checksum of a chunk.</summary>
    private const int Frame = 12;

    /// <returns>Upright where the file does not say.</returns>
    public static SKEncodedOrigin Of(ReadOnlySpan<byte> png)
    {
        var at = Signature;
        while (at + Frame <= png.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - Frame)
                break;
            if (png.Slice(at + 4, 4).SequenceEqual("eXIf"u8))
                return OfExif(png.Slice(at + 8, (int)length));
            at += Frame + (int)length;
        }

        return SKEncodedOrigin.TopLeft;
    }

    private static SKEncodedOrigin OfExif(ReadOnlySpan<byte> exif)
    {
        const int Entry = 12;
        const ushort Orientation = 0x0112;
        if (exif.Length < 8 || !(exif.StartsWith("II*\0"u8) || exif.StartsWith("MM\0*"u8)))
            return SKEncodedOrigin.TopLeft;
        var isLittle = exif[0] == (byte)'I';
        var start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(exif[4..]) : BinaryPrimitives.ReadUInt32BigEndian(exif[4..]);
        if (start > exif.Length - 2)
            return SKEncodedOrigin.TopLeft;
        var entries = exif[(int)start..];
        var count = Short(entries, isLittle);
        for (var at = 2; count > 0 && at + Entry <= entries.Length; at += Entry, count--)
        {
            if (Short(entries[at..], isLittle) == Orientation && Short(entries[(at + 8)..], isLittle) is >= 1 and <= 8 and var origin)
                return (SKEncodedOrigin)origin;
        }

        return SKEncodedOrigin.TopLeft;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
