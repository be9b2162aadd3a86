namespace AjsPantry.Features.People.Import.Reading;

/// <summary>Knows what people write above their columns.</summary>
internal static class Headings
{
    public static readonly string[] Heads = ["Number", "Name", "Email", "Phone", "Floor", "Role", "Room"];

    /// <summary>
    /// In the order of <see cref="Heads"/>; where two columns have words of one field, the earlier word has it: beside "Number", "No."
    /// only counts the rows.
    /// </summary>
    private static readonly string[][] Words =
    [
        ["member number", "member no.", "member no", "number", "its", "its number", "tr", "tr number", "no.", "no", "#"],
        ["name", "full name"],
        ["mail", "e-mail", "email", "mail address", "e-mail address", "email address"],
        ["phone", "telephone", "mobile", "phone number"],
        ["floor"],
        ["role"],
        ["room", "room name", "room number", "room no.", "room no"],
    ];

    /// <summary>Words of a number that may also be somebody's entry, and so make no row of headings by themselves.</summary>
    private static readonly HashSet<string> Weak = new(["no.", "no", "#", "tr"], StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, (int Field, int Rank)> Known = Words.Index()
        .SelectMany(words => words.Item.Index().Select(word => (Word: word.Item, Place: (words.Index, word.Index))))
        .ToDictionary(known => known.Word, known => known.Place, StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields' columns, -1 for a field without one; null when the row has no headings, as people's rows have none.</summary>
    public static int[]? Find(IReadOnlyList<string?> cells)
    {
        int[] places = [.. Heads.Select(_ => -1)];
        int[] ranks = [.. Heads.Select(_ => int.MaxValue)];
        foreach (var (place, cell) in cells.Index())
        {
            if (!Known.TryGetValue(ListRow.CleanKey(cell), out var known) || known.Rank >= ranks[known.Field])
                continue;
            places[known.Field] = place;
            ranks[known.Field] = known.Rank;
        }

        var found = places.Count(place => place >= 0);
        // "Floor" or "Name" alone could be somebody's entry; a number never reads "Number".
        var isAlone = cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) == 1;
        var isNumber = places[0] >= 0 && (isAlone || !Weak.Contains(ListRow.CleanKey(cells[places[0]])));
        return found > 1 || isNumber ? places : null;
    }
}
