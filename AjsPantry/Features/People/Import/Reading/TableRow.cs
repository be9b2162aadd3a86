namespace AjsPantry.Features.People.Import.Reading;

/// <summary>A row of a table before anybody knows what its columns are. Empty cells at its end are none.</summary>
internal sealed record TableRow(int Line, IReadOnlyList<string?> Cells)
{
    public static TableRow Of((int Line, IReadOnlyList<string?> Cells) row)
    {
        var last = row.Cells.Count;
        while (last > 0 && string.IsNullOrWhiteSpace(row.Cells[last - 1]))
            last--;
        return new(row.Line, last == row.Cells.Count ? row.Cells : [.. row.Cells.Take(last)]);
    }

    public bool IsRemark => (Cells[0]?.TrimStart().StartsWith('#') ?? false) && Cells.Skip(1).All(string.IsNullOrWhiteSpace);

    /// <summary>Whether it is a line of our own template, which explains the columns.</summary>
    public bool IsOurs => IsRemark && ListFiles.Explanation.Contains(ListRow.Clean(Cells[0]).TrimStart('#', ' '));

    public string Words => string.Join(", ", Cells.Select(ListRow.Clean).Where(cell => cell != "").Distinct());

    public LeftRow Left(string why) => new(Line, Words, why);
}
