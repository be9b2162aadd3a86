namespace AjsPantry.Features.Menus.Dishes.Merging;

/// <summary>
/// Whether two names may mean one dish. Works on names as <see cref="DishName.Normal"/> gives them; the order of the two does not matter.
/// </summary>
public static class NearName
{
    /// <summary>A word that says what a dish is; shorter ones, such as "in", do not make two dishes alike.</summary>
    private const int TellingWord = 3;

    /// <summary>
    /// True for another spelling, another order of words, and a name whose words all stand in the other: "omelette" and "cheese omelette".
    /// </summary>
    public static bool IsNear(string one, string other) => IsSpelling(one, other) || Holds(one, other) || Holds(other, one);

    /// <summary>
    /// True for another spelling or another order of the same words only: "omlette" and "omelette", "scramble garlic" and "garlic
    /// scramble".
    /// </summary>
    public static bool IsSpelling(string one, string other) =>
        one.Replace(" ", "", StringComparison.Ordinal) == other.Replace(" ", "", StringComparison.Ordinal)
        || AreTypos(Words(one), Words(other))
        || AreTypos(Sorted(one), Sorted(other));

    /// <summary>The fewest letters to add, leave out or replace that make one word of the other.</summary>
    public static int Distance(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var row = 1; row <= one.Length; row++)
        {
            var now = new int[other.Length + 1];
            now[0] = row;
            for (var column = 1; column <= other.Length; column++)
                now[column] = Math.Min(
                    Math.Min(now[column - 1], before[column]) + 1, before[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1));
            before = now;
        }

        return before[^1];
    }

    private static bool AreTypos(string[] one, string[] other) =>
        one.Length == other.Length && one.Zip(other).All(pair => IsTypo(pair.First, pair.Second));

    private static bool IsTypo(string one, string other) =>
        Forgiven(Math.Min(one.Length, other.Length)) is var forgiven && Math.Abs(one.Length - other.Length) <= forgiven
            && Distance(one, other) <= forgiven;

    /// <summary>In short words every letter counts: egg and veg are two dishes, omlette and omelette are one.</summary>
    private static int Forgiven(int letters) => letters switch { < 4 => 0, < 6 => 1, _ => 2 };

    private static bool Holds(string longer, string shorter) =>
        Words(shorter) is var words && words.Any(word => word.Length >= TellingWord) && words.All(Words(longer).Contains);

    private static string[] Words(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Sorted(string name) => [.. Words(name).Order(StringComparer.Ordinal)];
}
