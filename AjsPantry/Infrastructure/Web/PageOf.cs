using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Web;

/// <summary>One page of a list that is cut into equal pages.</summary>
/// <param name="Number">Counted from 1; the last one when the address asked for one beyond it.</param>
/// <param name="HasMore">There is another page after this one.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Number, bool HasMore);

/// <summary>Cutting lists into pages. Nothing else does, so all lists take an address the same way.</summary>
public static class Paging
{
    public const int PerPage = 20;

    /// <summary>Nobody leafs further; what stands beyond is found by other ways.</summary>
    private const int MostPages = 5_000;

    /// <summary>The page that an address names, the first when it names none; null when it is no page.</summary>
    public static int? Number(string? typed) =>
        string.IsNullOrEmpty(typed) ? 1
            : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            ? Math.Min(number, MostPages) : null;

    /// <summary>Reads one page, and one row more to know whether there is another. The rows must be in a firm order.</summary>
    public static Task<PageOf<T>> PageAsync<T>(this IQueryable<T> rows, int number, CancellationToken cancellationToken) =>
        PageAsync(
            number, PerPage, (skip, take) => rows.Skip(skip).Take(take).ToListAsync(cancellationToken),
            () => rows.CountAsync(cancellationToken));

    /// <summary>The same of rows that are read in another way.</summary>
    /// <param name="read">Reads so many rows after so many others.</param>
    /// <param name="count">How many rows there are; asked where the list ends before the page.</param>
    public static async Task<PageOf<T>> PageAsync<T>(int number, int perPage, Func<int, int, Task<List<T>>> read, Func<Task<int>> count)
    {
        var found = await read((number - 1) * perPage, perPage + 1);
        if (found.Count > 0 || number == 1)
            return new([.. found.Take(perPage)], number, found.Count > perPage);
        return await PageAsync(PageNumbers.Of(number - 1, await count(), perPage).Number, perPage, read, count);
    }
}

/// <summary>Which page is shown of a list of which people see how long it is.</summary>
/// <param name="Number">Counted from 1; the last one when the address asked for one beyond it.</param>
/// <param name="Total">All rows of the list.</param>
public sealed record PageNumbers(int Number, int Total, int PerPage)
{
    /// <param name="asked">The page that the address names.</param>
    public static PageNumbers Of(int asked, int total, int perPage = Paging.PerPage) =>
        new(Math.Min(asked, Math.Max(1, (total + perPage - 1) / perPage)), total, perPage);

    /// <summary>How many pages there are; one of an empty list.</summary>
    public int Pages => Of(int.MaxValue, Total, PerPage).Number;

    public bool HasMore => Number < Pages;

    /// <summary>The first row of the page, counted from 1.</summary>
    public int First => ((Number - 1) * PerPage) + 1;

    public int Last => Math.Min(Number * PerPage, Total);

    /// <summary>21–40 of 62.</summary>
    public string Words => $"{First}–{Last} of {Total}";

    /// <summary>The rows of the page, out of rows in a firm order.</summary>
    public IQueryable<T> Cut<T>(IQueryable<T> rows) => rows.Skip(First - 1).Take(PerPage);
}

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
