using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.People.Import.Reading;

/// <summary>One person of a list as somebody wrote it: cleaned text, nothing checked.</summary>
/// <param name="Line">The row's number in the file or the pasted text, counted from 1 as spreadsheets do.</param>
public sealed partial record ListRow(
    int Line, string Number, string Name, string Mail, string Phone, string Floor, string Role, string Room = "")
{
    /// <summary>The most of a cell that is kept; every field has a shorter limit of its own and is refused by that.</summary>
    private const int MostCell = 300;

    /// <summary>
    /// A field as it is read: one line, without what cannot be seen, and without the apostrophe that keeps spreadsheets from taking it for
    /// a formula.
    /// </summary>
    public static string Clean(string? cell)
    {
        // By way of UTF-8, which turns halves of characters that a damaged file may hold into a visible mark.
        var text = InputParser.Text(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cell ?? "")));
        return InputParser.Cut(KeptFormula().Replace(text, ""), MostCell);
    }

    /// <summary>The same for fields that are compared, such as numbers and addresses: marks without width go too.</summary>
    public static string CleanKey(string? cell) =>
        string.Concat(Clean(cell).Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format)).Trim();

    /// <summary>
    /// A member number in the one form in which they are kept and compared, without what keeps a spreadsheet from taking zeros off its
    /// front: '0012, ="0013".
    /// </summary>
    public static string CleanNumber(string? cell)
    {
        var number = CleanKey(cell);
        while (Bare(number) is var bare && bare != number)
            number = bare;
        return MemberNumber.Plain(number);
    }

    private static string Bare(string number) => number switch
    {
        ['=', '"', .. var inner, '"'] => inner.Trim(),
        ['\'', >= '0' and <= '9', ..] => number[1..],
        _ => number,
    };

    /// <summary>What <see cref="CsvText.Inert"/> put there.</summary>
    [GeneratedRegex($"(?:^|(?<=[,;\\t\\r\\n]))'(?='*{CsvText.Signs})")]
    private static partial Regex KeptFormula();
}

/// <summary>What a file or a pasted text holds: people, or one sentence that says why it cannot be read.</summary>
public sealed record ReadList(IReadOnlyList<ListRow> Rows, string? Problem = null)
{
    /// <summary>What was not read as a person.</summary>
    public IReadOnlyList<LeftRow> Left { get; init; } = [];

    public static ReadList Unreadable(string problem) => new([], problem);
}

/// <summary>Something in a list that is not read: a title, a total, a hidden row, another sheet.</summary>
/// <param name="Line">The row's number; 0 when it is a whole sheet.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Why">Why it is not read, in a sentence.</param>
public sealed record LeftRow(int Line, string Text, string Why);
