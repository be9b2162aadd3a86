using System.Globalization;
using System.Text;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>
/// The embedding level of every letter in a line that as a whole runs from left to right: 0 and 2 run right, 1 runs left.
/// This is the part of the Unicode bidirectional algorithm that names of shops and items need.
/// </summary>
internal static class TextDirection
{
    private enum Kind
    {
        Left,
        Right,
        Number,
        Neutral,
    }

    public static int[] Levels(IReadOnlyList<Rune> runes)
    {
        var kinds = runes.Select(KindOf).ToArray();
        if (!kinds.Contains(Kind.Right)) return new int[kinds.Length];
        JoinNumbers(kinds);
        return Enumerable.Range(0, kinds.Length).Select(at => Level(kinds, at)).ToArray();
    }

    private static int Level(Kind[] kinds, int at) => kinds[at] switch
    {
        Kind.Right => 1,
        Kind.Number when Before(kinds, at) == Kind.Right => 2,
        Kind.Neutral when Before(kinds, at) == Kind.Right && After(kinds, at) == Kind.Right => 1,
        _ => 0,
    };

    /// <summary>A point or comma between figures belongs to the number: 12.5 must not be turned into 5.12.</summary>
    private static void JoinNumbers(Kind[] kinds)
    {
        for (var at = 1; at < kinds.Length - 1; at++)
        {
            if (kinds[at] == Kind.Neutral && kinds[at - 1] == Kind.Number && kinds[at + 1] == Kind.Number) kinds[at] = Kind.Number;
        }
    }

    private static Kind Before(Kind[] kinds, int at) => kinds[..at].LastOrDefault(IsStrong, Kind.Left);

    private static Kind After(Kind[] kinds, int at) => kinds[at..].FirstOrDefault(IsStrong, Kind.Left);

    private static bool IsStrong(Kind kind) => kind is Kind.Left or Kind.Right;

    private static Kind KindOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.DecimalDigitNumber => Kind.Number,
        _ when IsRightToLeft(rune.Value) => Kind.Right,
        _ when Rune.IsLetter(rune) => Kind.Left,
        UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark => Kind.Left,
        _ => Kind.Neutral,
    };

    private static bool IsRightToLeft(int letter) =>
        letter is (>= 0x590 and <= 0x8ff) or (>= 0xfb1d and <= 0xfdff) or (>= 0xfe70 and <= 0xfeff)
            or (>= 0x10800 and <= 0x10fff) or (>= 0x1e800 and <= 0x1efff);
}
