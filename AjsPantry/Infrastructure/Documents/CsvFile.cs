using System.Text;
using CsvHelper;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>
/// Writes tables as CSV, in UTF-8 with a byte order mark, without which Excel reads ₹ and names as noise, and in the way that spreadsheets
/// of a culture expect (see <see cref="CsvText.Settings"/>).
/// </summary>
public static class CsvFile
{
    /// <summary>What a page says that it answers.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>A whole file.</summary>
    public static byte[] Of(string culture, IEnumerable<IEnumerable<CsvCell>> rows)
    {
        using var file = new MemoryStream();
        using (var text = Text(file))
        using (var csv = new CsvWriter(text, CsvText.Settings(culture)))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(cell.Written);
                csv.NextRecord();
            }
        }

        return file.ToArray();
    }

    /// <summary>A file that is sent while it is written: its length does not matter.</summary>
    public static async Task WriteAsync(
        Stream file, string culture, IAsyncEnumerable<IEnumerable<CsvCell>> rows, CancellationToken cancellationToken)
    {
        await using var text = Text(file);
        await using var csv = new CsvWriter(text, CsvText.Settings(culture), leaveOpen: true);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            foreach (var cell in row)
                csv.WriteField(cell.Written);
            await csv.NextRecordAsync();
        }
    }

    private static StreamWriter Text(Stream file) => new(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
}

/// <summary>A cell as it is written: words that no spreadsheet takes for a formula, or a figure.</summary>
public readonly record struct CsvCell
{
    private CsvCell(string written) => Written = written;

    public string Written { get; }

    public static implicit operator CsvCell(string? words) => new(CsvText.Inert(words ?? ""));

    /// <summary>Something that must be read again as it is, such as a file's name. Nobody may have typed it.</summary>
    public static CsvCell AsIs(string text) => new(text);

    public static CsvCell Number(decimal number, string format, string culture) => new(CsvText.Number(number, format, culture));
}
