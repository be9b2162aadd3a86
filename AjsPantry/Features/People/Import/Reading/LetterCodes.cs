using System.Globalization;
using System.Text;
using UtfUnknown;

namespace AjsPantry.Features.People.Import.Reading;

/// <summary>
/// Finds by which code the letters of a text file were written. A file does not say so; what cannot be told for sure is not guessed.
/// </summary>
public static class LetterCodes
{
    /// <summary>Below this the detector guesses, and a guess makes strange names of good ones.</summary>
    private const float Sure = 0.75f;

    private const int WindowsWestern = 1252;
    private const int MacRoman = 10_000;

    /// <returns>The text; null when its letters cannot be told for sure.</returns>
    public static string? Decode(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return (file[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(file.AsSpan(2));
        var bytes = file is [0xEF, 0xBB, 0xBF, ..] ? file.AsSpan(3) : file;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return OldCode(file);
        }
    }

    private static string? OldCode(byte[] file)
    {
        // Only Excel's "CSV (Macintosh)" ends its lines so.
        if (file.Contains((byte)'\r') && !file.Contains((byte)'\n'))
            return Text(MacRoman, file);
        // Text that is not UTF-8 mostly comes from a Windows spreadsheet of Western Europe or India.
        if (Text(WindowsWestern, file) is var western && IsWestern(western))
            return western;
        var found = CharsetDetector.DetectFromBytes(file).Detected;
        return found is { Confidence: >= Sure, Encoding: { } encoding } ? encoding.GetString(file) : null;
    }

    private static string Text(int code, byte[] file) => CodePagesEncodingProvider.Instance.GetEncoding(code)!.GetString(file);

    /// <summary>
    /// Whether the letters beyond ASCII stand where names have them. Those of another code come in rows, or as capitals and signs
    /// within words.
    /// </summary>
    private static bool IsWestern(string text)
    {
        var strange = 0;
        for (var at = 0; at < text.Length; at++)
        {
            strange = text[at] > 0x7F && char.IsLetter(text[at]) ? strange + 1 : 0;
            if (strange > 2 || (text[at] > 0x7F && !FitsIn(text, at)))
                return false;
        }

        return true;
    }

    private static bool FitsIn(string text, int at)
    {
        var before = at == 0 ? ' ' : text[at - 1];
        var after = at + 1 == text.Length ? ' ' : text[at + 1];
        if (char.IsControl(text[at]))
            return false;
        if (char.IsLetter(text[at]))
            return !char.IsUpper(text[at]) || !char.IsLetter(before) || (char.IsUpper(before) && !char.IsLower(after));
        // An apostrophe may stand within a word, any other sign only beside it.
        var isWithin = char.IsLetter(before) && char.IsLetter(after);
        return !isWithin || text[at] == '\u2019' || CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.SpaceSeparator;
    }
}
