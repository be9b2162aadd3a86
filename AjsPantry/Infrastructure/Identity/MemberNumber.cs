using System.Globalization;
using System.Text;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>The one form in which member numbers are kept and compared, however a keyboard or a spreadsheet wrote them.</summary>
public static class MemberNumber
{
    private const int Minus = 0x2212;

    /// <summary>
    /// Letters and signs of full width become ordinary ones, digits of any script 0 to 9 and every kind of hyphen '-'; marks that
    /// nobody sees go. Blanks within stay: "10 11" may be two numbers, and is answered in words.
    /// </summary>
    public static string Plain(string? typed)
    {
        var plain = new StringBuilder();
        foreach (var rune in InputParser.Text(typed).EnumerateRunes()
            .Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format))
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
                plain.Append((int)Rune.GetNumericValue(rune));
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation || rune.Value == Minus)
                plain.Append('-');
            else
                plain.Append(rune.Value is >= 0xFF01 and <= 0xFF5E ? rune.ToString().Normalize(NormalizationForm.FormKC) : rune.ToString());
        }

        return plain.ToString().Trim();
    }

    /// <summary>As somebody types it at the door, where no number has blanks and every blank is a slip.</summary>
    public static string AtDoor(string typed) => Plain(typed).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The same for counting: one for all spellings.</summary>
    public static string Key(string typed) => AtDoor(typed).ToUpperInvariant();
}
