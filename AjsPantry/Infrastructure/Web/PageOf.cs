using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Web;

/// <summary>One page of a list that is cut into equal pages.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="HasMore">There is another page after this one.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Number, bool HasMore);

/// <summary>Cutting lists into pages.</summary>
public static class Paging
{
    public const int PerPage = 20;

    /// <summary>Nobody leafs further; what stands beyond is found by other ways.</summary>
    private const int MostPages = 5_000;

    /// <summary>The page that an address names, the first when it names none; null when it is no page.</summary>
    public static int? Number(string? typed) =>
        string.IsNullOrEmpty(typed) ? 1
            : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostPages
            ? number : null;

    /// <summary>Reads one page, and one row more to know whether there is another. The rows must be in a firm order.</summary>
    public static async Task<PageOf<T>> PageAsync<T>(this IQueryable<T> rows, int number, CancellationToken cancellationToken)
    {
        var found = await rows.Skip((number - 1) * PerPage).Take(PerPage + 1).ToListAsync(cancellationToken);
        return new([.. found.Take(PerPage)], number, found.Count > PerPage);
    }
}

/// <summary>The links under a list to its other pages.</summary>
/// <param name="Page">The page that shows the list.</param>
/// <param name="Keep">What else the address says of the list, such as a filter.</param>
public sealed record PageLinks(string Page, int Number, bool HasMore, IReadOnlyDictionary<string, string?>? Keep = null)
{
    /// <summary>What the address of another page says; the first needs no number.</summary>
    public Dictionary<string, string?> To(int number) =>
        new(Keep ?? new Dictionary<string, string?>()) { ["p"] = number > 1 ? $"{number}" : null };

    public bool IsNeeded => Number > 1 || HasMore;
}
