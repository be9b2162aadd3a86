namespace AjsPantry.Infrastructure.SignIn.Passwords;

/// <summary>
/// Whether a password is one that people try. Known words, the person's and the residence's own, are taken apart from what stands around
/// them: digits, signs, runs such as 1234 and what is written twice add next to nothing to them.
/// </summary>
internal static class GuessableText
{
    /// <summary>Two common words make a password that people try; three make one that they do not.</summary>
    private const int MostWords = 2;

    private const int ShortestWord = 3;

    private const int LongestWord = 40;

    /// <summary>So many letters that no word explains make up for words that everybody knows.</summary>
    private const int EnoughLetters = 4;

    /// <summary>The same for letters, digits and signs together.</summary>
    private const int EnoughSigns = 8;

    /// <summary>Signs that stand for letters, each before its letter.</summary>
    private const string Leet = "@a4a3e1i!i0o5s$s7t";

    /// <param name="own">Words of the person and the residence, in small letters.</param>
    public static bool Is(string password, IReadOnlySet<string> own)
    {
        var text = password.ToLowerInvariant();
        return CommonPasswordList.Whole.Contains(text) || CommonPasswordList.Whole.Contains(Plain(text))
            || IsSaidAgain(text) || IsSaidAgain(string.Concat(text.Where(char.IsLetter)))
            || IsRun(text) || IsFewWords(text, own);
    }

    /// <summary>Maria of mariamariamaria: no longer than what is said again and again.</summary>
    private static bool IsSaidAgain(string text) =>
        (text + text).IndexOf(text, 1, StringComparison.Ordinal) is > 0 and < PasswordRules.Least and var unit && unit < text.Length;

    /// <summary>Few signs, each the same as the one before or its neighbour: 111222333444, abcdefabcdef.</summary>
    private static bool IsRun(string text)
    {
        var unforeseen = text.Where((letter, at) => at == 0 || !Follows(text[at - 1], letter)).ToHashSet();
        return unforeseen.Count(char.IsLetter) < EnoughLetters && unforeseen.Count < EnoughSigns;
    }

    /// <summary>The same again, or the next one up or down: aa, ab, ba, 90.</summary>
    private static bool Follows(char before, char letter) => Math.Abs(letter - before) <= 1 || (before, letter) is ('9', '0') or ('0', '9');

    /// <summary>
    /// Reads the text from its beginning, and notes for each place and number of words the fewest letters that are left without one. Words
    /// of one's own count as none.
    /// </summary>
    private static bool IsFewWords(string text, IReadOnlySet<string> own)
    {
        var plain = Plain(text);
        var left = new int[text.Length + 1, MostWords + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            for (var words = 0; words <= MostWords; words++)
                left[end, words] = left[end - 1, words] + (char.IsLetter(text[end - 1]) ? 1 : 0);
            for (var start = Math.Max(0, end - LongestWord); start <= end - ShortestWord; start++)
            {
                if ((PriceOf(text[start..end], own) ?? PriceOf(plain[start..end], own)) is not { } price)
                    continue;
                for (var words = price; words <= MostWords; words++)
                    left[end, words] = Math.Min(left[end, words], left[start, words - price]);
            }
        }

        return left[text.Length, MostWords] < EnoughLetters;
    }

    /// <summary>As how many words the text counts; null when it is no word that is known.</summary>
    private static int? PriceOf(string text, IReadOnlySet<string> own) =>
        own.Contains(text) ? 0 : CommonPasswordList.Parts.Contains(text) ? 1 : null;

    /// <summary>As letters: p@ssw0rd is password.</summary>
    private static string Plain(string text) => string.Concat(text.Select(Plain));

    private static char Plain(char sign) =>
        Leet.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0 ? Leet[at + 1] : sign;
}
