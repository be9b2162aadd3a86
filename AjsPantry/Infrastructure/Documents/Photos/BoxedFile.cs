using System.Text;

namespace AjsPantry.Infrastructure.Documents.Photos;

/// <summary>What phones make besides photos that browsers show, told by the first bytes.</summary>
public static class BoxedFile
{
    private static readonly string[] Heic = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];
    private static readonly string[] Avif = ["avif", "avis"];

    /// <summary>Sound and pages in the same kind of box.</summary>
    private static readonly string[] NoFilm = ["M4A ", "M4B ", "M4P ", "jp2 ", "jpx ", "jxl "];

    /// <summary>HEIC or AVIF, which few browsers show.</summary>
    public static bool IsPhoto(ReadOnlySpan<byte> file) => Brand(file) is { } brand && IsOfPhoto(brand);

    /// <summary>The kind of the two that is not HEIC.</summary>
    public static bool IsAvif(ReadOnlySpan<byte> file) => Brand(file) is { } brand && Avif.Contains(brand);

    /// <summary>MP4, QuickTime, 3GP, WebM, Matroska, AVI or MPEG.</summary>
    public static bool IsFilm(ReadOnlySpan<byte> file) =>
        (Brand(file) is { } brand && !IsOfPhoto(brand) && !NoFilm.Contains(brand))
        || (file.Length > 12 && (file[4..].StartsWith("moov"u8) || file[4..].StartsWith("mdat"u8)))
        || (file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("AVI "u8))
        || file.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]) || file.StartsWith<byte>([0, 0, 1, 0xBA]);

    private static bool IsOfPhoto(string brand) => Heic.Contains(brand) || Avif.Contains(brand);

    private static string? Brand(ReadOnlySpan<byte> file) =>
        file.Length >= 12 && file[4..].StartsWith("ftyp"u8) ? Encoding.Latin1.GetString(file.Slice(8, 4)) : null;
}
