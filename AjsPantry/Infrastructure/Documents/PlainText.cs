using System.Globalization;
using System.Text;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>What may be drawn: one line of visible text.</summary>
internal static class PlainText
{
    /// <summary>
    /// Line breaks and tabs become spaces and invisible controls are left out; among those are the marks that turn the
    /// direction of text, with which a name could make an amount beside it read differently. Joiners shape letters and stay.
    /// What no font has is said in words, see <see cref="Unwritten"/>.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Append(clean, rune);
        return Unwritten.InWords(clean.ToString());
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) clean.Append(' ');
        else if (category != UnicodeCategory.Format || IsJoiner(rune)) clean.Append(rune.ToString());
    }

    public static bool IsJoiner(Rune rune) => rune.Value is 0x200c or 0x200d;

    /// <summary>Marks and joiners, which belong to the letter before them.</summary>
    public static bool IsAttached(Rune rune) => IsJoiner(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.ModifierSymbol;
}
