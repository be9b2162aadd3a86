using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace AjsPantry.Features.People.Import;

/// <summary>Reads CSV as spreadsheets of any country write it: comma, semicolon or tab; UTF-8, UTF-16 with its mark, or Windows-1252.</summary>
public static class CsvList
{
    private static readonly char[] Separators = [',', ';', '\t'];

    public static ReadList Read(byte[] file)
    {
        if (LooksBinary(file))
            return ReadList.Unreadable("This is neither an Excel workbook nor a CSV file. Save the list as .xlsx or .csv and bring that.");
        var text = Decode(file);
        return ListColumns.Read(Rows(text, SeparatorOf(text)), ListColumns.OfTemplate);
    }

    /// <summary>The records of the text with their numbers. Blank lines count, as they do in a spreadsheet.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string?> Cells)> Rows(string text, char separator)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator.ToString(), IgnoreBlankLines = false, BadDataFound = null };
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

    private static string Decode(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return (file[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(file.AsSpan(2));
        var bytes = file is [0xEF, 0xBB, 0xBF, ..] ? file.AsSpan(3) : file;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Text that is not UTF-8 practically always comes from a Windows spreadsheet of Western Europe or India.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    /// <summary>The separator that the first line of content has most of, outside quotes.</summary>
    private static char SeparatorOf(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && Separators.Contains(text[4]))
            return text[4];
        var lines = text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0);
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
