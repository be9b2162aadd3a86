using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace AjsPantry.Features.People.Import.Reading;

/// <summary>
/// Copies a sheet's cells that have something in them, each with its place. Empty ones, however coloured, are left out, as is whatever
/// else a sheet holds; an error such as #N/A becomes the text that people see.
/// </summary>
internal sealed class PlainSheet
{
    /// <summary>Excel's own last row.</summary>
    private const int LastRow = 1_048_576;

    /// <summary>More than the longest list of the widest kind has; beyond it nobody reads on.</summary>
    private const int MostCells = (ListColumns.MostRows + ListColumns.MostTitles) * ListColumns.MostColumns;

    /// <summary>Merged areas and widths of columns; a list has one for each of its people at most.</summary>
    private const int MostOthers = 20_000;

    private static readonly HashSet<string> Kept = ["worksheet", "sheetFormatPr", "cols", "col", "sheetData", "mergeCells", "mergeCell"];

    private readonly XmlReader _reader;
    private readonly XmlWriter _writer;
    private readonly int _texts;

    /// <summary>Of the row that is being read; it is written with its first cell that has something in it.</summary>
    private readonly List<(string Name, string Value)> _rowSays = [];

    private int _row;
    private int _column;
    private int _cells;
    private int _others;
    private int _last;
    private bool _isRowOpen;

    private PlainSheet(XmlReader reader, XmlWriter writer, int texts)
    {
        _reader = reader;
        _writer = writer;
        _texts = texts;
    }

    /// <param name="from">The sheet's part.</param>
    /// <param name="to">Where the copy goes.</param>
    /// <param name="texts">How many texts the workbook's cells share.</param>
    /// <returns>The last row that has something in it; null when it has more than a list can have.</returns>
    public static int? Write(Stream from, Stream to, int texts)
    {
        using var reader = XmlReader.Create(from, new XmlReaderSettings { IgnoreComments = true, IgnoreProcessingInstructions = true });
        using var writer = XmlWriter.Create(to);
        var sheet = new PlainSheet(reader, writer, texts);
        return sheet.Copy() ? sheet._last : null;
    }

    private bool Copy()
    {
        _reader.Read();
        while (!_reader.EOF)
        {
            if (!CopyNode())
                return false;
        }

        return true;
    }

    /// <summary>Copies what the reader stands on, and goes on to the next.</summary>
    /// <returns>False when the sheet has more than a list can have.</returns>
    private bool CopyNode()
    {
        switch (_reader.NodeType, _reader.LocalName)
        {
            case (XmlNodeType.Element, "c"):
                return CopyCell();
            case (XmlNodeType.Element, "row"):
                BeginRow();
                break;
            case (XmlNodeType.EndElement, "row"):
                EndRow();
                break;
            case (XmlNodeType.Element, var name) when !Kept.Contains(name):
                _reader.Skip();
                return true;
            case (XmlNodeType.Element, _):
                if (++_others > MostOthers)
                    return false;
                BeginOther();
                break;
            case (XmlNodeType.EndElement, _):
                _writer.WriteEndElement();
                break;
        }

        _reader.Read();
        return true;
    }

    private bool CopyCell()
    {
        _column = _reader.GetAttribute("r") is { } named ? ColumnOf(named) : _column + 1;
        if (_reader.IsEmptyElement)
            _reader.Read();
        else if (++_cells > MostCells)
            return false;
        else
            WriteCell((XElement)XNode.ReadFrom(_reader));
        return _last <= ListColumns.LastRow;
    }

    private void BeginRow()
    {
        EndRow();
        _row = _reader.GetAttribute("r") is { } named ? int.Parse(named, CultureInfo.InvariantCulture) : _row + 1;
        _column = 0;
        if (_row is < 1 or > LastRow)
            throw new InvalidDataException("A row that no sheet has.");
        _rowSays.Clear();
        while (_reader.MoveToNextAttribute())
        {
            if (_reader.NamespaceURI == "" && _reader.LocalName != "r")
                _rowSays.Add((_reader.LocalName, _reader.Value));
        }
    }

    private void EndRow()
    {
        if (_isRowOpen)
            _writer.WriteEndElement();
        _isRowOpen = false;
    }

    private void BeginOther()
    {
        _writer.WriteStartElement(_reader.LocalName, _reader.NamespaceURI);
        var isEmpty = _reader.IsEmptyElement;
        while (_reader.MoveToNextAttribute())
        {
            if (_reader.NamespaceURI == "")
                _writer.WriteAttributeString(_reader.LocalName, _reader.Value);
        }

        if (isEmpty)
            _writer.WriteEndElement();
    }

    private void WriteCell(XElement cell)
    {
        var space = cell.Name.Namespace;
        var value = cell.Element(space + "v")?.Value ?? "";
        if (value == "" && string.IsNullOrWhiteSpace(cell.Element(space + "is")?.Value))
            return;
        var kind = cell.Attribute("t")?.Value;
        if (kind == "s" && !(int.TryParse(value, CultureInfo.InvariantCulture, out var text) && text >= 0 && text < _texts))
            throw new InvalidDataException("A text is missing.");
        if (kind == "e")
            cell.SetAttributeValue("t", "str");
        // One column too many is enough to say that the sheet is too wide, and costs no more than that.
        cell.SetAttributeValue("r", $"{LettersOf(Math.Min(_column, ListColumns.MostColumns + 1))}{_row}");
        if (!_isRowOpen)
            OpenRow(space.NamespaceName);
        cell.WriteTo(_writer);
    }

    private void OpenRow(string space)
    {
        _writer.WriteStartElement("row", space);
        _writer.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in _rowSays)
            _writer.WriteAttributeString(name, value);
        _isRowOpen = true;
        _last = Math.Max(_last, _row);
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(3))
            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        return column > 0 ? column : throw new InvalidDataException("A cell without a column.");
    }

    private static string LettersOf(int column) =>
        column > 26 ? $"{(char)('A' + ((column - 1) / 26) - 1)}{(char)('A' + ((column - 1) % 26))}" : $"{(char)('A' + column - 1)}";
}
