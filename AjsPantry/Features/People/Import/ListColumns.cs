namespace AjsPantry.Features.People.Import;

/// <summary>Says which column is which: by the headings where there are any, else by the order of the columns.</summary>
public sealed class ListColumns
{
    /// <summary>The most people in one list.</summary>
    public const int MostRows = 10_000;

    /// <summary>Wider tables are not lists of people, and reading them costs too much.</summary>
    public const int MostColumns = 50;

    public static readonly string[] Heads = ["Number", "Name", "Mail", "Phone", "Floor", "Role"];

    /// <summary>What people write above the columns, in the order of <see cref="Heads"/>.</summary>
    private static readonly string[][] Words =
    [
        ["number", "member number", "no", "no.", "tr", "its"],
        ["name", "full name"],
        ["mail", "e-mail", "email", "mail address", "e-mail address", "email address"],
        ["phone", "telephone", "mobile", "phone number"],
        ["floor"],
        ["role"],
    ];

    private static readonly Dictionary<string, int> Known =
        Words.Index().SelectMany(words => words.Item.Select(word => (word, words.Index))).ToDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly int[] _places;

    private ListColumns(int[] places) => _places = places;

    /// <summary>Number, name, mail, phone, floor, role: as the template has them.</summary>
    public static ListColumns OfTemplate { get; } = new([0, 1, 2, 3, 4, 5]);

    /// <summary>Number, name, mail, phone, role, floor: as people write a line.</summary>
    public static ListColumns OfLines { get; } = new([0, 1, 2, 3, 5, 4]);

    /// <summary>Reads the people out of a table.</summary>
    /// <param name="table">Rows with their numbers; may be lazy and is left as soon as it is too long.</param>
    /// <param name="order">The order of columns without headings.</param>
    public static ReadList Read(IEnumerable<(int Line, IReadOnlyList<string?> Cells)> table, ListColumns order)
    {
        var (rows, columns) = (new List<ListRow>(), (ListColumns?)null);
        foreach (var (line, cells) in table)
        {
            if (cells.Count > MostColumns)
                return ReadList.Unreadable($"Row {line} has {cells.Count} columns; a list of people has six. Bring only the columns {string.Join(", ", Heads)}.");
            if (IsBlankOrComment(cells))
                continue;
            var headings = columns is null ? Headings(cells) : null;
            columns ??= headings ?? order;
            if (columns._places[0] < 0)
                return ReadList.Unreadable($"There is no column with the heading Number. The headings in row {line} are: {string.Join(", ", cells.Select(ListRow.Clean).Where(cell => cell != ""))}.");
            if (headings is null)
                rows.Add(columns.Row(line, cells));
            if (rows.Count > MostRows)
                return ReadList.Unreadable($"The list has more than {MostRows:N0} people. Split it into parts.");
        }

        return rows.Count > 0 ? new(rows) : ReadList.Unreadable("There is nobody in it. Put one person into each row.");
    }

    private ListRow Row(int line, IReadOnlyList<string?> cells)
    {
        string? Cell(int field) => _places[field] is >= 0 and var place && place < cells.Count ? cells[place] : null;
        var (floor, role) = (ListRow.CleanKey(Cell(4)), ListRow.CleanKey(Cell(5)));
        // The two are often written the other way round, and cannot be mistaken for each other.
        if (RoleWords.IsRole(floor) && !RoleWords.IsRole(role))
            (floor, role) = (role, floor);
        return new(line, ListRow.CleanKey(Cell(0)), ListRow.Clean(Cell(1)), ListRow.CleanKey(Cell(2)), ListRow.CleanKey(Cell(3)), floor, role);
    }

    /// <summary>The places of the known headings; null when the row has none, as people's rows have.</summary>
    private static ListColumns? Headings(IReadOnlyList<string?> cells)
    {
        var places = new[] { -1, -1, -1, -1, -1, -1 };
        foreach (var (place, cell) in cells.Index())
        {
            if (Known.TryGetValue(ListRow.CleanKey(cell), out var field) && places[field] < 0)
                places[field] = place;
        }

        // "Floor" or "Name" alone could be somebody's entry; a number never reads "Number".
        return places[0] >= 0 || places.Count(place => place >= 0) > 1 ? new(places) : null;
    }

    /// <summary>Rows that begin with # explain the template.</summary>
    private static bool IsBlankOrComment(IReadOnlyList<string?> cells) =>
        cells.All(string.IsNullOrWhiteSpace) || (cells[0]?.TrimStart().StartsWith('#') ?? false);
}
