using System.Globalization;
using System.Text;

namespace AjsPantry.Infrastructure.Web.Input;

/// <summary>
/// Reads what people type. Amounts come as text, not as numbers, so that a mistake is answered in words and what was typed
/// stays in its field.
/// </summary>
public static class InputParser
{
    /// <summary>
    /// More than any field takes: a text of this length is refused whatever else it is, so it is not looked at any closer.
    /// </summary>
    public const int Most = 5000;

    /// <summary>Of what a list is searched for. In an address a letter of another script takes nine signs, and proxies take 8 kB.</summary>
    public const int LongestSearch = 100;

    /// <summary>
    /// As many marks as one letter keeps: Unicode's own bound for texts that are read piece by piece (UAX 15), far above what any language
    /// writes. Putting marks in order takes a time that grows with the square of their number.
    /// </summary>
    public const int MostMarks = 30;

    /// <summary>
    /// One line of text: trimmed, runs of white space made one space, without control characters, code points that are no characters,
    /// and marks that nobody sees. Text of nothing but such marks is empty. Joiners stay within words, which Gujarati and Persian need.
    /// </summary>
    public static string Text(string? typed)
    {
        var line = new StringBuilder();
        var marks = 0;
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            var isBlank = Rune.IsWhiteSpace(rune);
            if (isBlank ? line.Length == 0 || line[^1] == ' ' : Rune.IsControl(rune) || IsUnseen(rune) || rune.Value is 0xFFFE or 0xFFFF)
                continue;
            // Counted over what is kept alone: what is left out between two marks does not part them.
            marks = IsOnLetter(rune) ? marks + 1 : 0;
            if (isBlank)
                line.Append(' ');
            else if (marks <= MostMarks)
                line.Append(rune);
        }

        if (line.Length > Most)
            return line.ToString();
        // Normalize throws on U+FFFE and on halves of a pair, so it comes after them.
        var text = line.ToString().Trim(' ', NonJoiner, Joiner).Normalize(NormalizationForm.FormC);
        return text.EnumerateRunes().All(IsMark) ? "" : text;
    }

    /// <summary>The same, null when it is empty.</summary>
    public static string? TextOrNull(string? typed) => Text(typed) is var text and not "" ? text : null;

    /// <summary>Several lines, each as <see cref="Text"/> makes it, without empty ones at the ends.</summary>
    public static string Lines(string? typed) =>
        string.Join('\n', (typed ?? "").ReplaceLineEndings("\n").Split('\n').Select(Text)).Trim('\n');

    /// <summary>
    /// The beginning of a text, at most so many UTF-16 units long. A letter made of two units is not cut in half, which no database takes.
    /// </summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>
    /// A number with at most so many decimals; null when it is none, and when it can be two. <see cref="TypedNumber"/> says how it is read.
    /// </summary>
    public static decimal? Number(string? typed, int decimals, string culture) => TypedNumber.Read(typed, decimals, culture).Value;

    /// <summary>A number of people, days or the like, which has no decimals in any culture.</summary>
    public static int? Whole(string? typed) => Number(typed, 0, "en-GB") is { } number and >= 0 and <= int.MaxValue ? (int)number : null;

    /// <summary>A day as the browser's picker sends it (2026-11-22) or as people write it (22/11/2026, 22.11.2026, 22-11-2026).</summary>
    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"], CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A time of day as the browser's picker sends it (06:45) or as people write it (6:45); null when it is not one.</summary>
    public static TimeOnly? Time(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var time) ? new TimeOnly(time.Hour, time.Minute) : null;

    /// <summary>What was chosen from a list, by its id; null when nothing was.</summary>
    public static Guid? Id(string? typed) => Guid.TryParse(typed, out var id) ? id : null;

    /// <summary>The first day of a month given as 2026-11; null when it is not one.</summary>
    public static DateOnly? Month(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';

    /// <summary>
    /// Marks of format other than the joiners (zero-width spaces, marks that reorder text, byte-order marks), and the letters and
    /// marks that show as nothing: Hangul fillers, the empty Braille pattern, the grapheme joiner.
    /// </summary>
    internal static bool IsUnseen(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (NonJoiner or Joiner))
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0;

    /// <summary>What is written on, under or around the letter before it.</summary>
    private static bool IsOnLetter(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark;

    /// <summary>What only changes the letter before it, and is nothing by itself.</summary>
    private static bool IsMark(Rune rune) =>
        rune.Value is NonJoiner or Joiner or ' '
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
