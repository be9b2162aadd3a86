using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace AjsPantry.Features.People.Import;

/// <summary>Reads the first sheet of an Excel workbook. Formulas count as the values they had when the file was saved.</summary>
public static class XlsxList
{
    /// <summary>Unpacked, a list of 10,000 people is under 10 MB. What is larger than this was made to fill our memory.</summary>
    private const long MostUnpacked = 64 * 1024 * 1024;

    private const int MostParts = 1_000;

    /// <summary>Rows that are formatted but empty may follow the people; beyond this nobody looks.</summary>
    private const int LastRow = 100_000;

    private const string Garbled = "This workbook is damaged and cannot be read. Open it in Excel, save it again and bring that, or save it as CSV.";

    public static ReadList Read(byte[] file)
    {
        try
        {
            return Refusal(file) is { } refusal ? ReadList.Unreadable(refusal) : ListColumns.Read(Table(file), ListColumns.OfTemplate);
        }
        catch (Exception exception) when (IsGarbled(exception))
        {
            return ReadList.Unreadable(Garbled);
        }
    }

    private static IEnumerable<(int Line, IReadOnlyList<string?> Cells)> Table(byte[] file)
    {
        // Without a cache on disk: what fits the limit fits into memory.
        var configuration = new OpenXmlConfiguration { EnableSharedStringCache = false };
        using var stream = new MemoryStream(file);
        foreach (var (index, row) in stream.Query(useHeaderRow: false, configuration: configuration).Cast<IDictionary<string, object?>>().Take(LastRow).Index())
            yield return (index + 1, [.. row.Values.Select(Text)]);
    }

    /// <summary>A number keeps no ".0" and no exponent: a cell with 1001 is the text 1001.</summary>
    private static string? Text(object? cell) => cell switch
    {
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
    };

    /// <summary>Why the file is not read at all; null when it may be. Unpacks every part once to see its true size, which a part's own entry may hide.</summary>
    private static string? Refusal(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        if (zip.GetEntry("xl/workbook.xml") is null)
            return "This is not an Excel workbook, whatever its name says. Save the list as .xlsx or .csv and bring that.";
        if (zip.Entries.Count > MostParts)
            return Garbled;
        var unpacked = 0L;
        var buffer = new byte[81_920];
        foreach (var part in zip.Entries)
        {
            using var content = part.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                if ((unpacked += read) > MostUnpacked)
                    return "This workbook is far larger inside than a list of people can be. Copy the list into a new workbook and bring that.";
            }
        }

        return null;
    }

    /// <summary>What the unpacker, the XML reader and MiniExcel throw at files that are not what they claim.</summary>
    private static bool IsGarbled(Exception exception) =>
        exception is InvalidDataException or XmlException or IOException or FormatException or OverflowException or ArgumentException
            or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or NullReferenceException or NotSupportedException;
}
