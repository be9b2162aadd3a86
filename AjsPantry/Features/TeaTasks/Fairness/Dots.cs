namespace AjsPantry.Features.TeaTasks.Fairness;

/// <summary>A row of fairness dots: one for each person, in columns of how many turns they have.</summary>
/// <param name="Counts">Each person's turns.</param>
/// <param name="Fewest">The first column.</param>
/// <param name="Most">The last column.</param>
public sealed record DotRow(string Label, IReadOnlyList<int> Counts, int Fewest, int Most, bool Filled)
{
    private const int Step = 13;

    public int Columns => Math.Max(1, Most - Fewest + 1);

    /// <summary>How many dots stand side by side: as many as a column has room for on a phone.</summary>
    private int Across => Columns switch { <= 4 => 5, <= 6 => 3, <= 10 => 2, _ => 1 };

    /// <summary>How high the tallest column is, in pixels.</summary>
    public int Height => Counts.Count == 0 ? 0 : Counts.CountBy(count => count).Max(column => (column.Value + Across - 1) / Across) * Step;

    /// <summary>Where the dots stand: per cent of the width, and pixels above the line.</summary>
    public IEnumerable<(string X, int Up)> Dots => Counts.GroupBy(count => count).SelectMany(column => Enumerable.Range(0, column.Count())
        .Select(number =>
            (Percent(column.Key, (number % Across) - ((Math.Min(column.Count(), Across) - 1) / 2.0)), 10 + (number / Across * Step))));

    /// <summary>Each column that has people: its middle, how high its dots reach, and how many there are.</summary>
    public IEnumerable<(string X, int Up, int People)> Totals => Counts.CountBy(count => count)
        .Select(column => (Percent(column.Key, 0), 10 + ((column.Value + Across - 1) / Across * Step), column.Value));

    /// <summary>The middle of a column, moved by so many dots, as a per cent of the width.</summary>
    public string Percent(int count, double dots) =>
        FormattableString.Invariant($"{((count - Fewest + 0.5) * 100 / Columns) + (dots * 4.1):0.##}%");
}
