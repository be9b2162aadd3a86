using System.Globalization;
using System.Text;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.People.Import;

/// <summary>One person of a list as somebody wrote it: cleaned text, nothing checked.</summary>
/// <param name="Line">The row's number in the file or the pasted text, counted from 1 as spreadsheets do.</param>
public sealed record ListRow(int Line, string Number, string Name, string Mail, string Phone, string Floor, string Role)
{
    /// <summary>The most of a cell that is kept; every field has a shorter limit of its own and is refused by that.</summary>
    private const int MostCell = 300;

    /// <summary>A field as it is read: one line, without what cannot be seen, and without the apostrophe that keeps spreadsheets from taking it for a formula.</summary>
    public static string Clean(string? cell)
    {
        // By way of UTF-8, which turns halves of characters that a damaged file may hold into a visible mark.
        var text = Typed.Text(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cell ?? "")));
        text = text.StartsWith('\'') && LooksLikeFormula(text) ? text[1..] : text;
        return Typed.Cut(text, MostCell);
    }

    /// <summary>What a file may hold of it: an apostrophe keeps spreadsheets from taking somebody's text for a formula. <see cref="Clean"/> takes it off again.</summary>
    public static string Inert(string text) => LooksLikeFormula(text) || text is ['\t' or '\r' or '\n', ..] ? "'" + text : text;

    /// <summary>The same for fields that are compared, such as numbers and addresses: marks without width go too.</summary>
    public static string CleanKey(string? cell) =>
        string.Concat(Clean(cell).Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format)).Trim();

    private static bool LooksLikeFormula(string text) => text.TrimStart('\'') is ['=' or '+' or '-' or '@', ..];
}

/// <summary>What a file or a pasted text holds: people, or one sentence that says why it cannot be read.</summary>
public sealed record ReadList(IReadOnlyList<ListRow> Rows, string? Problem = null)
{
    public static ReadList Unreadable(string problem) => new([], problem);
}
