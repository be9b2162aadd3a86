namespace AjsPantry.Features.People.Import.Reading;

/// <summary>Says which column is which: by the headings where there are any, else by the order of the columns.</summary>
public sealed class ListColumns
{
    /// <summary>The most people in one list.</summary>
    public const int MostRows = 10_000;

    /// <summary>
    /// How far down a list may reach, with whatever gaps: in a workbook each row down to the last one is read, in every sheet.
    /// </summary>
    public const int LastRow = 200_000;

    /// <summary>Wider tables are not lists of people, and reading them costs too much.</summary>
    public const int MostColumns = 50;

    /// <summary>How many rows from the top may stand above the headings.</summary>
    public const int MostTitles = 30;

    internal const string Nobody = "The list has no people. Put one person in each row.";

    public static readonly string[] Heads = Headings.Heads;

    private readonly int[] _places;

    private ListColumns(int[] places) => _places = places;

    /// <summary>Number, name, mail, phone, floor, role, room: as the template has them.</summary>
    public static ListColumns OfTemplate { get; } = new([0, 1, 2, 3, 4, 5, 6]);

    /// <summary>Number, name, mail, phone, role, floor, room: as people write a line.</summary>
    public static ListColumns OfLines { get; } = new([0, 1, 2, 3, 5, 4, 6]);

    /// <summary>How many fields have a heading in this row; 0 when it is not a row of headings.</summary>
    public static int KnownIn(IReadOnlyList<string?> cells) => Headings.Find(cells)?.Count(place => place >= 0) ?? 0;

    /// <summary>Reads the people out of a table.</summary>
    /// <param name="table">Rows with their numbers; may be lazy and is left as soon as it is too long.</param>
    /// <param name="order">The order of columns without headings.</param>
    public static ReadList Read(IEnumerable<(int Line, IReadOnlyList<string?> Cells)> table, ListColumns order)
    {
        List<TableRow> all = [.. table.Select(TableRow.Of).Where(row => row.Cells.Count > 0).Take(MostRows + MostTitles + 1)];
        if (all.Find(row => row.Cells.Count > MostColumns) is { } wide)
        {
            return ReadList.Unreadable(
                $"Row {wide.Line} has more than {MostColumns} columns. A list of people has seven. "
                    + $"Use only the columns {string.Join(", ", Heads)}.");
        }

        var head = all.FindIndex(0, Math.Min(MostTitles, all.Count), row => Headings.Find(row.Cells) is not null);
        var columns = head < 0 ? order : new(Headings.Find(all[head].Cells)!);
        if (columns._places[0] < 0)
        {
            return ReadList.Unreadable(
                $"There is no column with the heading Number. The headings in row {all[head].Line} are: {all[head].Words}.");
        }

        var left = columns.LeftAbove(all, head);
        var rows = new List<ListRow>();
        foreach (var (index, row) in all.Skip(head + 1).Index())
        {
            if (columns.WhyLeft(row, isLast: head + 1 + index == all.Count - 1) is { } why)
                left.Add(row.Left(why));
            else if (!row.IsOurs)
                rows.Add(columns.Row(row.Line, row.Cells));
        }

        if (rows.Count > MostRows || all.Count > MostRows + MostTitles)
            return ReadList.Unreadable($"The list has more than {MostRows:N0} people. Split it into parts.");
        return rows.Count > 0 ? new(rows) { Left = left } : ReadList.Unreadable(Nobody);
    }

    /// <summary>What nobody reads above the people, and which columns.</summary>
    /// <param name="head">Where the headings are; below 0 when there are none.</param>
    private List<LeftRow> LeftAbove(List<TableRow> all, int head)
    {
        var titles = all.Take(Math.Max(0, head)).Where(title => !title.IsOurs);
        var left = titles.Select(title => title.Left("It is above the headings.")).ToList();
        if (head >= 0)
            left.AddRange(Unread(all[head]));
        return left;
    }

    /// <summary>Why a row below the headings is not a person's; null when it is, or when it explains our own template.</summary>
    private string? WhyLeft(TableRow row, bool isLast) => row switch
    {
        { IsOurs: true } => null,
        { IsRemark: true } => "It starts with # and has nothing else, so it is a comment.",
        _ when KnownIn(row.Cells) > 1 => "The headings are repeated here.",
        _ when isLast && IsTotal(row) => "It is the total below the list.",
        _ => null,
    };

    /// <summary>Whether the row begins as sums do and has no mail address, as they have none.</summary>
    private bool IsTotal(TableRow row)
    {
        var first = ListRow.CleanKey(row.Cells.FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell))).TrimEnd(':', '.')
            .ToLowerInvariant();
        var isSum = first is "total" or "totals" or "grand total" or "sum" or "count" || first.Split(' ', ':')[0] == "total";
        return isSum && ListRow.CleanKey(Cell(row.Cells, 2)) == "";
    }

    /// <summary>A column that no field reads, such as a diet, is not lost without a word.</summary>
    private IEnumerable<LeftRow> Unread(TableRow head)
    {
        var strange = head.Cells.Index().Where(cell => !_places.Contains(cell.Index)).Select(cell => ListRow.Clean(cell.Item)).ToList();
        strange.RemoveAll(word => word == "" || Ours.Contains(word));
        if (strange.Count == 0)
            yield break;
        var which = strange.Count == 1 ? "This column is" : "These columns are";
        yield return new(head.Line, string.Join(", ", strange), $"{which} not read. A list has the columns {string.Join(", ", Heads)}.");
    }

    /// <summary>What the file of rows to mend has besides.</summary>
    private static readonly string[] Ours = ["Row", "Problem"];

    private ListRow Row(int line, IReadOnlyList<string?> cells)
    {
        var floor = ListRow.CleanKey(Cell(cells, 4));
        var role = ListRow.CleanKey(Cell(cells, 5));
        // The two are often written the other way round, and cannot be mistaken for each other.
        if (RoleWords.IsRole(floor) && !RoleWords.IsRole(role))
            (floor, role) = (role, floor);
        var number = ListRow.CleanNumber(Cell(cells, 0));
        var name = ListRow.Clean(Cell(cells, 1));
        var mail = ListRow.CleanKey(Cell(cells, 2));
        return new(line, number, name, mail, ListRow.CleanKey(Cell(cells, 3)), floor, role, ListRow.Clean(Cell(cells, 6)));
    }

    private string? Cell(IReadOnlyList<string?> cells, int field) =>
        _places[field] is >= 0 and var place && place < cells.Count ? cells[place] : null;
}
