using System.Globalization;
using AjsPantry.Infrastructure.Web.Input;
using CsvHelper;
using CsvHelper.Configuration;

namespace AjsPantry.Features.People.Import.Reading;

/// <summary>
/// Reads CSV as spreadsheets of any country write it: comma, semicolon, tab or bar; UTF-8, UTF-16 with its mark, or an older code that
/// can be told for sure.
/// </summary>
public static class CsvList
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private const string Unclear =
        "This file has an unknown text encoding, so names could come out wrong. Save it as “CSV UTF-8” or as .xlsx and choose that file.";

    public static ReadList Read(byte[] file)
    {
        if (LooksBinary(file))
            return ReadList.Unreadable(
                "This is neither an Excel workbook nor a CSV file. Save the list as .xlsx or .csv and choose that file.");
        if (LetterCodes.Decode(file) is not { } text)
            return ReadList.Unreadable(Unclear);
        var separator = SeparatorOf(text);
        return QuoteMarks.Problem(text, separator) is { } problem
            ? ReadList.Unreadable(problem)
            : ListColumns.Read(Rows(text, separator), ListColumns.OfTemplate);
    }

    /// <summary>The records of the text with their numbers. Blank lines count, as they do in a spreadsheet.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string?> Cells)> Rows(string text, char separator)
    {
        var configuration = new CsvConfiguration(
            CultureInfo.InvariantCulture)
        { Delimiter = separator.ToString(), IgnoreBlankLines = false, BadDataFound = null };
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, configuration);
        for (var line = 1; parser.Read(); line++)
        {
            var cells = parser.Record ?? [];
            // Excel's own line that names the separator is not a person.
            if (line > 1 || !text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
                yield return (line, cells.Length == 0 ? [""] : cells);
        }
    }

    /// <summary>As much as thirty rows of titles and headings have: it is read once for each separator.</summary>
    private const int MostBeginning = 100_000;

    /// <summary>
    /// The separator by which the headings can be read, or else what the first line of content has most of, outside quotes.
    /// </summary>
    private static char SeparatorOf(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && Separators.Contains(text[4]))
            return text[4];
        string[] lines = [.. InputParser.Cut(text, MostBeginning).ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0)
            .Take(ListColumns.MostTitles)];
        if (lines.Length == 0)
            return ',';
        int Known(char separator) => lines.Max(line => ListColumns.KnownIn(Rows(line, separator).FirstOrDefault().Cells ?? []));
        if (Separators.MaxBy(Known) is var best && Known(best) > 1)
            return best;
        var first = lines.FirstOrDefault(line => !line.TrimStart('"').StartsWith('#')) ?? "";
        var plain = string.Concat(first.Split('"').Where((_, index) => index % 2 == 0));
        return Separators.MaxBy(separator => plain.Count(letter => letter == separator));
    }

    /// <summary>Pictures, PDFs and programs have bytes that no text has; pages of the web begin with a bracket.</summary>
    private static bool LooksBinary(byte[] file) =>
        file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
            ? file.Length % 2 != 0
            : file.AsSpan().StartsWith("%PDF"u8) || file.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("<"u8)
                || file.Any(value => value is < 0x09 or (> 0x0D and < 0x1B) or (> 0x1B and < 0x20));
}
