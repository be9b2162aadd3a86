using System.Text;

namespace AjsPantry.Infrastructure.Search;

/// <summary>
/// Texts as they are compared: case, accents, width and signs do not matter, so that "Aloo  Paratha" is "aloo-paratha" and Zoya finds
/// Zóya. The database does the same in <c>plain_words</c>, and a test holds the two together.
/// </summary>
public static class PlainWords
{
    /// <summary>What a word is cut to; longer ones are told apart by their beginnings alone.</summary>
    public const int Longest = 30;

    /// <summary>The words with single blanks between them; empty when no letter or digit is left.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in Folded(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || IsSignOfWord(rune.Value))
                plain.Append(rune);
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>The words of a text, each once.</summary>
    public static IReadOnlyList<string> Of(string text) =>
        [.. Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Cut).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether each of the words begins one of the text's.</summary>
    public static bool Have(string text, IReadOnlyList<string> words)
    {
        var there = Of(text);
        return words.All(word => there.Any(other => other.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>In lower case, without accents and apostrophes.</summary>
    private static string Folded(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (letter is not ((>= '\u0300' and <= '\u036F') or '\'' or '\u2019'))
                bare.Append(Narrow(letter));
        }

        return bare.ToString().ToLowerInvariant().Replace('ς', 'σ').Normalize(NormalizationForm.FormC);
    }

    /// <summary>Full-width letters and signs, as keyboards of the Far East make them, stand in the order of the others.</summary>
    private static char Narrow(char letter) => letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter;

    /// <summary>
    /// Vowel signs and the like, which are no letters and yet make another word: those of India's scripts, Sinhala, Thai, Lao and Arabic.
    /// </summary>
    private static bool IsSignOfWord(int rune) =>
        rune is (>= 0x0900 and <= 0x0963) or (>= 0x0966 and <= 0x096F) or (>= 0x0971 and <= 0x0EFF) or (>= 0x064B and <= 0x065F) or 0x0670;

    /// <summary>By characters as people and the database count them, so that none is cut in two.</summary>
    private static string Cut(string word)
    {
        if (word.Length <= Longest)
            return word;
        return string.Concat(word.EnumerateRunes().Take(Longest));
    }
}
