using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace AjsPantry.Features.People.Import.Reading;

/// <summary>
/// Reads the sheet of an Excel workbook that has the headings, or else the first one. Formulas count as the values they had when the
/// file was saved.
/// </summary>
public static class XlsxList
{
    private const string Garbled = "This workbook is damaged and cannot be read. Open it in Excel and save it again, or save it as CSV.";

    private const string AllHidden =
        "The sheet with the list is hidden. Unhide it, save the workbook and import it again.";

    // The reader asks for the code page of old workbooks even where it opens none.
    static XlsxList() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static ReadList Read(byte[] file)
    {
        try
        {
            var (plain, refusal) = XlsxPackage.Plain(file);
            return refusal is null ? Plain(plain) : ReadList.Unreadable(refusal);
        }
        catch (Exception exception) when (IsGarbled(exception))
        {
            return ReadList.Unreadable(Garbled);
        }
    }

    private static ReadList Plain(byte[] file)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
        var sheets = new List<Sheet>();
        do
            sheets.Add(Look(reader));
        while (reader.NextResult());
        var shown = sheets.FindAll(sheet => !sheet.IsHidden && !sheet.IsEmpty);
        // A list has several headings; one alone may be a word on a cover.
        var chosen = shown.Find(sheet => sheet.Known > 1) ?? shown.Find(sheet => sheet.Known > 0) ?? shown.FirstOrDefault();
        var others = sheets.Where(sheet => sheet != chosen && !sheet.IsEmpty && sheet.Name != ListFiles.ExplanationSheet).ToList();
        if (chosen is null)
            return ReadList.Unreadable(others.Count > 0 ? AllHidden : ListColumns.Nobody);
        reader.Reset();
        for (var place = sheets.IndexOf(chosen); place > 0; place--)
            reader.NextResult();
        var hidden = new List<LeftRow>();
        var list = ListColumns.Read(Table(reader, hidden), ListColumns.OfTemplate);
        return list with { Left = [.. list.Left, .. hidden, .. others.Select(sheet => sheet.Left(chosen.Name))] };
    }

    /// <summary>What a sheet is, by its first rows.</summary>
    private static Sheet Look(IExcelDataReader reader)
    {
        var first = Table(reader, []).Select(TableRow.Of).Where(row => row.Cells.Count > 0).Take(ListColumns.MostTitles).ToList();
        var known = first.Select(row => ListColumns.KnownIn(row.Cells)).DefaultIfEmpty().Max();
        return new(reader.Name, reader.VisibleState != "visible", first.Count == 0, known);
    }

    private static IEnumerable<(int Line, IReadOnlyList<string?> Cells)> Table(IExcelDataReader reader, List<LeftRow> hidden)
    {
        var merged = new MergedCells(reader.MergeCells ?? []);
        for (var line = 1; reader.Read(); line++)
        {
            var cells = new string?[reader.FieldCount];
            for (var place = 0; place < cells.Length; place++)
                cells[place] = ShownCell.Text(reader.GetValue(place), reader.GetNumberFormatString(place));
            merged.Fill(line - 1, cells);
            if (reader.RowHeight > 0)
                yield return (line, cells);
            else if (TableRow.Of((line, cells)) is { Cells.Count: > 0 } row && hidden.Count <= ListColumns.MostRows)
                hidden.Add(row.Left("The row is hidden in the sheet."));
        }
    }

    /// <summary>What the unpacker and the readers throw at files that are not what they claim.</summary>
    private static bool IsGarbled(Exception exception) =>
        exception is InvalidDataException or XmlException or IOException or FormatException or OverflowException or ArgumentException
            or ExcelReaderException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException
                or NullReferenceException
            or NotSupportedException or InvalidCastException;

    private sealed record Sheet(string Name, bool IsHidden, bool IsEmpty, int Known)
    {
        public LeftRow Left(string chosen) => new(0, Name, IsHidden
            ? $"The sheet “{Name}” is hidden and was not read."
            : $"The sheet “{Name}” was not read, only “{chosen}” was. If it has people, import it as a separate list.");
    }
}
