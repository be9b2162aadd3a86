using System.Globalization;
using System.Text;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.Menus.Dishes;

/// <summary>Compares the names of dishes, so that "Aloo  Paratha" and "aloo-paratha" are one dish.</summary>
public static class DishName
{
    /// <summary>No dish has a longer name; what comes after is not compared.</summary>
    private const int Most = 2 * Dish.LongestName;

    /// <summary>The name in lower case, without accents and signs, with single blanks. Empty when no letter or digit is left.</summary>
    public static string Normal(string? typed)
    {
        var plain = new StringBuilder();
        foreach (var rune in InputParser.Cut(InputParser.Text(typed), Most).Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (IsMark(rune) && !IsAccent(rune)))
                plain.Append(rune);
            else if (!IsMark(rune) && rune.Value != '\'' && plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark;

    /// <summary>
    /// The accents of Latin letters. The vowel signs of Devanagari and Gujarati are marks too, and they make another word.
    /// </summary>
    private static bool IsAccent(Rune rune) => rune.Value is >= 0x0300 and <= 0x036F;
}
