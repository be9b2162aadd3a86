namespace AjsPantry.Features.Shared.Homes;

/// <summary>A line of a card that several features fill.</summary>
/// <param name="Of">What it is one of, such as requests; with "Your" before it the card's heading.</param>
public sealed record HomeRow(
    HomePlace Place, RowOrder Order, DateOnly Date, string Of, string Icon, IReadOnlyList<Piece> Words, IReadOnlyList<Piece> More)
{
    /// <summary>Where it leads.</summary>
    public required string Page { get; init; }

    public Guid? Id { get; init; }

    /// <summary>The page of all of them; null where there is none.</summary>
    public string? PageOfAll { get; init; }

    /// <summary>It is the person's own.</summary>
    public bool IsMarked { get; init; }

    public Chip? Chip { get; init; }

    /// <summary>Stands at the end of the line.</summary>
    public string? Amount { get; init; }
}

/// <summary>What comes before what in a card; of one kind, the earlier day.</summary>
public enum RowOrder
{
    TeaToTell,
    NextTea,
    CookingTurn,

    /// <summary>What others ask, of whatever kind: the earlier day first.</summary>
    AskedTea,
    AskedTurn,
    Requests,
    Fines,
}

/// <summary>A state in a word.</summary>
/// <param name="Colour">A class; empty for none.</param>
/// <param name="Icon">A name from icons.txt.</param>
public sealed record Chip(string Word, string Colour, string Icon);

/// <summary>The lines of one place as a card.</summary>
public sealed record RowsCard(HomePlace At, IReadOnlyList<HomeRow> Rows) : HomeCard(At, "/Features/Shared/Homes/_Rows.cshtml")
{
    /// <summary>Your turns, or Requests and fines.</summary>
    public string Heading
    {
        get
        {
            var kinds = Rows.Select(row => row.Of).Distinct().ToList();
            return kinds.Count == 1 ? $"Your {kinds[0]}" : $"{char.ToUpperInvariant(kinds[0][0])}{string.Join(" and ", kinds)[1..]}";
        }
    }

    public static IEnumerable<RowsCard> Of(IEnumerable<HomeRow> rows) =>
        rows.GroupBy(row => row.Place).Select(place => new RowsCard(place.Key, [.. InOrder(place)]));

    private static IEnumerable<HomeRow> InOrder(IEnumerable<HomeRow> rows) =>
        rows.OrderBy(row => row.Order == RowOrder.AskedTurn ? RowOrder.AskedTea : row.Order).ThenBy(row => row.Date)
            .ThenBy(row => row.Order);
}
