namespace AjsPantry.Features.People.Import.Reading;

/// <summary>Reads pasted text: numbers alone, or one person per line with commas, semicolons or tabs between the fields.</summary>
public static class PastedList
{
    private static readonly char[] Separators = ['\t', ';', ','];

    public static ReadList Read(string text)
    {
        foreach (var (index, line) in Lines(text))
        {
            if (QuoteMarks.Problem(line, SeparatorOf(line)) is not null)
                return ReadList.Unreadable(
                    $"In row {index + 1} a quotation mark (\") is too many or missing. Correct that row and send the list again.");
        }

        return ListColumns.Read(Table(text), ListColumns.OfLines);
    }

    private static IEnumerable<(int Index, string Item)> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').Index();

    private static IEnumerable<(int Line, IReadOnlyList<string?> Cells)> Table(string text)
    {
        foreach (var (index, line) in Lines(text))
        {
            if (Numbers(line) is { } numbers)
            {
                foreach (var number in numbers)
                    yield return (index + 1, [number]);
            }
            else
            {
                yield return (index + 1, Fields(line));
            }
        }
    }

    /// <summary>
    /// The numbers of a line that holds nothing else; null when it is one person's line. "1001, 1002 1003" is three people, "1001, Asma"
    /// and "1001,,,," one.
    /// </summary>
    private static string[]? Numbers(string line)
    {
        var fields = line.Trim().TrimEnd(',', ';').Split(Separators, StringSplitOptions.TrimEntries);
        if (fields.Contains(""))
            return null;
        string[] parts = [.. fields.SelectMany(field => field.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
        return parts.Length > 1 && parts.All(part => part.Any(char.IsAsciiDigit) && ImportRules.IsNumber(part)) ? parts : null;
    }

    /// <summary>
    /// The first of tab, semicolon and comma that the line has separates its fields; quotes around a field keep commas in it.
    /// </summary>
    private static IReadOnlyList<string?> Fields(string line) => CsvList.Rows(line, SeparatorOf(line)).FirstOrDefault().Cells ?? [""];

    private static char SeparatorOf(string line) => Separators.FirstOrDefault(line.Contains, ',');
}
