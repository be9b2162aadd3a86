namespace AjsPantry.Infrastructure.Web;

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
