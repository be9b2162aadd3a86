namespace AjsPantry.Features.Shared.Goods;

/// <summary>
/// Guesses the category of an item from its name, so that nobody has to choose it. What was chosen for the same item before comes first.
/// </summary>
public static class CategoryGuess
{
    private static readonly (string Word, Category Category)[] LongestFirst =
        [.. CategoryWords.Known.SelectMany(known => known.Words.Select(word => (Word: word, known.Category)))
            .OrderByDescending(known => known.Word.Length)];

    /// <summary>What comes behind one of these only describes the thing: "Salt (for rice)", "Juice, mango".</summary>
    private static readonly string[] Asides = [",", "(", " for ", " with "];

    /// <summary>
    /// The last word names the thing, so "peanut oil" is an oil and "milk bread" a bread; of two that end there the longer decides.
    /// </summary>
    public static Category Of(string item)
    {
        var text = item.ToLowerInvariant();
        var known = Last(text.Split(Asides, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "");
        return (known.End > 0 ? known : Last(text)).Category;
    }

    private static readonly char[] Between = [' ', ',', '-', '(', ')', '/', '.'];

    private static readonly string[] Endings = ["", "s", "es"];

    private static (int End, Category Category) Last(string text)
    {
        var words = " " + string.Join(' ', text.Split(Between, StringSplitOptions.RemoveEmptyEntries)) + " ";
        return LongestFirst.Select(known => (End: End(words, known.Word), known.Category)).MaxBy(known => known.End) is { End: > 0 } last
            ? last : default;
    }

    /// <summary>
    /// Where the word ends last, 0 when it is not there. "tea" is in "tea leaf" and "onion" in "onions", but "tea" is not in "steak".
    /// </summary>
    private static int End(string words, string word) => Endings.Max(ending =>
        words.LastIndexOf($" {word}{ending} ", StringComparison.Ordinal) is >= 0 and var start ? start + word.Length + ending.Length : 0);
}
