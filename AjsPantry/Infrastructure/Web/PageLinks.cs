namespace AjsPantry.Infrastructure.Web;

/// <summary>The links under a list to its other pages.</summary>
/// <param name="Page">The page that shows the list.</param>
/// <param name="Keep">What else the address says of the list, such as a filter.</param>
public sealed record PageLinks(string Page, int Number, bool HasMore, IReadOnlyDictionary<string, string?>? Keep = null)
{
    /// <summary>What the links say back and forth. Lists in another order than by time say so.</summary>
    public (string Back, string On) Names { get; init; } = ByTime;

    public static (string Back, string On) ByTime => ("Newer", "Older");

    public static (string Back, string On) ByPlace => ("Previous", "Next");

    /// <summary>Between the links where people see how long the list is; null for nothing.</summary>
    public string? Words { get; init; }

    /// <summary>What the address of another page says; the first needs no number.</summary>
    public Dictionary<string, string?> To(int number) =>
        new(Keep ?? new Dictionary<string, string?>()) { ["p"] = number > 1 ? $"{number}" : null };

    public bool IsNeeded => Number > 1 || HasMore;
}
