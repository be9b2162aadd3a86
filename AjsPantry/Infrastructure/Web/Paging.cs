using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Web;

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
