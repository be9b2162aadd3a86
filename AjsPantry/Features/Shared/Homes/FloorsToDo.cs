namespace AjsPantry.Features.Shared.Homes;

/// <summary>What of all floors needs an admin's look. Floors with the same trouble share a line.</summary>
public static class FloorsToDo
{
    /// <summary>Of more floors than these the last are only counted.</summary>
    private const int MostNamed = 4;

    /// <summary>Where in a sentence the floors are named.</summary>
    private const string Place = "{0}";

    /// <param name="one">The sentence for one floor.</param>
    /// <param name="several">The same for several.</param>
    /// <returns>Null where no floor has the trouble.</returns>
    public static ToDo? Of(IEnumerable<FloorHomeRow> some, ToDoOrder order, string icon, string one, string several, string more,
        string page, string button)
    {
        var rows = some.ToList();
        if (rows.Count < 2)
            return rows.Count == 0 ? null
                : new(order, icon, string.Format(null, one, rows[0].Floor.Name), more, page, button) { Floor = rows[0].Floor.Number };
        var at = several.IndexOf(Place, StringComparison.Ordinal);
        List<(string Words, int? Floor)> pieces = [(several[..at], null), .. Named(rows), (several[(at + Place.Length)..], null)];
        return new(order, icon, string.Concat(pieces.Select(piece => piece.Words)), more, page, button) { Pieces = pieces };
    }

    /// <summary>Floor 1, Floor 2 and 9 more.</summary>
    private static IEnumerable<(string Words, int? Floor)> Named(List<FloorHomeRow> rows)
    {
        var named = rows.Count <= MostNamed ? rows.Count : MostNamed - 1;
        foreach (var (index, row) in rows.Take(named).Index())
        {
            if (index > 0)
                yield return (index == rows.Count - 1 ? " and " : ", ", null);
            yield return (row.Floor.Name, row.Floor.Number);
        }

        if (named < rows.Count)
            yield return ($" and {rows.Count - named} more", null);
    }
}
