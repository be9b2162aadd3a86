using System.Text;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>
/// The rule for what no embedded font has, which is never a question mark: letters or pictures side by side of one kind become one word
/// in brackets at their place, such as [emoji] or [Chinese], set off by spaces; marks and joiners that belong to them go with them.
/// What is kept in the database, the workbook and the CSV has the letters themselves.
/// </summary>
internal static class Unwritten
{
    private static readonly (int First, int Last, string Word)[] Kinds =
    [
        (0x0530, 0x058f, "Armenian"), (0x0590, 0x05ff, "Hebrew"), (0xfb1d, 0xfb4f, "Hebrew"), (0x0700, 0x074f, "Syriac"),
        (0x0780, 0x07bf, "Dhivehi"),
        (0x0e80, 0x0eff, "Lao"), (0x0f00, 0x0fff, "Tibetan"), (0x1000, 0x109f, "Burmese"), (0x10a0, 0x10ff, "Georgian"),
        (0x1100, 0x11ff, "Korean"),
        (0x1200, 0x139f, "Amharic"), (0x1780, 0x17ff, "Khmer"), (0x1c50, 0x1c7f, "Santali"), (0xabc0, 0xabff, "Meitei"),
        (0x2e80, 0x2fdf, "Chinese"), (0x3040, 0x30ff, "Japanese"),
        (0x3130, 0x318f, "Korean"), (0x3400, 0x4dbf, "Chinese"), (0x4e00, 0x9fff, "Chinese"), (0xf900, 0xfaff, "Chinese"),
        (0xac00, 0xd7ff, "Korean"), (0x20000, 0x323af, "Chinese"), (0x2190, 0x2bff, "emoji"), (0x1f000, 0x1faff, "emoji"),
    ];

    public static string InWords(string text)
    {
        if (Ascii.IsValid(text) || text.EnumerateRunes().All(FontFaces.Have))
            return text;
        var words = new StringBuilder(text.Length);
        var last = (string?)null;
        foreach (var rune in text.EnumerateRunes())
        {
            var written = FontFaces.Have(rune);
            // A picture's colour, sex and other marks; those of plain letters that no font has are left out as well.
            if (PlainText.IsAttached(rune) && !rune.IsAscii && (last is not null || !written))
                continue;
            var word = written ? null : WordFor(rune);
            if (written)
                words.Append(last is not null && Rune.IsLetterOrDigit(rune) ? " " : "").Append(rune.ToString());
            else if (word != last)
                words.Append(words.Length > 0 && !char.IsWhiteSpace(words[^1]) ? " " : "").Append('[').Append(word).Append(']');
            last = word;
        }

        return words.ToString();
    }

    private static string WordFor(Rune rune)
    {
        foreach (var (first, last, word) in Kinds)
        {
            if (rune.Value >= first && rune.Value <= last)
                return word;
        }

        return Rune.IsLetterOrDigit(rune) ? "letter" : "sign";
    }
}
